import {
  bind,
  ctrl,
  keyGroup,
  relabelled,
  shownKey,
  type ActionOf,
  type KeyGroup,
} from '#renderer/ui/keys/key-group.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import type { Outcome } from '#shared/workflow/decision.ts';
import { outcomeLabelsOf } from '#shared/workflow/workflow-labels.ts';

/**
 * Keys of the reasons, in their order: the digit row to its end, then the letter below its beginning. The letter means
 * nothing else on the workbench, so a slip of the focus acknowledges no warning.
 */
export const reasonKeys = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '0',
  '-',
  '=',
  'q',
] as const;

/** What works on an usul. From usul to usul nothing repeats: each would be opened, with its documents. */
export const caseKeys = keyGroup({
  scope: 'workbench',
  title: 'Meja Periksa',
  keys: [
    bind('fieldUp', ['ArrowUp'], '↑', 'Isian sebelumnya', { repeats: true }),
    bind('fieldDown', ['ArrowDown'], '↓', 'Isian berikutnya', { repeats: true }),
    bind('judgeMatch', ['s', '1'], 'S / 1', 'Sesuai'),
    bind('judgeDiffer', ['t', '2'], 'T / 2', 'Tidak sesuai'),
    bind('judgeUnreadable', ['b', '3'], 'B / 3', 'Tidak terbaca'),
    bind('judgeAll', ['a'], 'A', 'Semua sesuai'),
    bind('judgeFound', ['4'], '4', 'Semua yang ditemukan: sesuai'),
    bind('previousToLookAt', [';'], '; titik koma', 'Isian sebelumnya yang tidak ditemukan'),
    bind('nextToLookAt', ["'"], "' petik", 'Isian berikutnya yang tidak ditemukan'),
    bind('correctPlace', ['F2'], 'F2', 'Tunjukkan letak isian di dokumen'),
    bind(
      'correctValue',
      [ctrl('k')],
      'Ctrl+K',
      'Koreksi nilai isian menurut dokumen, atau batalkan',
      {
        whileTyping: true,
      },
    ),
    bind('chooseForward', ['m', '5'], 'M / 5', 'Memenuhi syarat'),
    bind('chooseReturn', ['p', '6'], 'P / 6', 'Perlu perbaikan'),
    bind('chooseRefuse', ['x', '7'], 'X / 7', 'Tidak memenuhi syarat'),
    bind('chooseOther', ['k', '8'], 'K / 8', 'Koordinasi BKPSDM'),
    bind('nextDeletionReason', ['e'], 'E', 'Alasan penghapusan berikutnya, bila tidak disebut'),
    bind('acknowledge', ['w'], 'W', 'Nyatakan peringatan sudah diperiksa'),
    bind('writeNote', ['n'], 'N', 'Tulis catatan'),
    bind('decide', [ctrl('Enter')], 'Ctrl+Enter', 'Simpan, buka berikutnya', { whileTyping: true }),
    bind('sendMessage', [ctrl('m')], 'Ctrl+M', 'Kirim pesan; pertanyaan tetap terbuka', {
      whileTyping: true,
    }),
    bind('advance', ['Enter'], 'Enter', 'Lanjut: ke yang belum lengkap, atau simpan'),
    bind('undoStep', [ctrl('z')], 'Ctrl+Z', 'Tarik kembali langkah terakhir'),
    bind('previousCase', ['ArrowLeft', '['], '← / [', 'Usul sebelumnya'),
    bind('nextCase', ['ArrowRight', ']'], '→ / ]', 'Usul berikutnya'),
    bind('toggleQueue', ['g'], 'G', 'Buka atau lipat daftar antrean'),
    bind('focusMode', ['o'], 'O', 'Mode fokus'),
    bind('copyNip', ['c'], 'C', 'Salin NIP'),
    bind('showRecords', ['v'], 'V', 'Ke riwayat lain dan keputusan sebelumnya'),
    bind('batchOfPerson', ['i'], 'I', 'Hanya usul ASN ini'),
    bind('batchOfType', ['y'], 'Y', 'Hanya jenis riwayat ini'),
    bind('leave', ['Escape'], 'Esc', 'Kembali ke isian, lalu ke Kotak Masuk', {
      whileTyping: true,
    }),
  ],
});

/** What works while the place of a field is being shown. */
export const placeKeys = keyGroup({
  scope: 'letak',
  title: 'Menunjukkan letak (sesudah F2)',
  over: true,
  keys: [
    bind(
      'pickWord',
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      '← → ↑ ↓',
      'Pilih kata di dokumen',
      { repeats: true },
    ),
    bind('acceptPicked', ['Enter'], 'Enter', 'Pakai kata itu sebagai letak isian'),
  ],
  gestures: [
    { shown: 'Shift+panah', label: 'Tambah atau kurangi kata' },
    { shown: 'Esc', label: 'Batal' },
  ],
});

/** What works while the list of reasons has the focus. */
export const reasonListKeys = keyGroup({
  scope: 'alasan',
  title: 'Daftar alasan',
  over: true,
  keys: [
    bind('toggleReason', [...reasonKeys], '1 … 9, 0, -, =, Q', 'Pilih alasan dengan tombol itu'),
    bind('reasonUp', ['ArrowUp'], '↑', 'Alasan sebelumnya', { repeats: true }),
    bind('reasonDown', ['ArrowDown'], '↓', 'Alasan berikutnya', { repeats: true }),
  ],
});

/** What a key does on an usul. */
export type CaseAction = ActionOf<typeof caseKeys>;

/** The key that chooses each outcome; what hands an usul to another office has the same one at every stage. */
export const outcomeActions: Readonly<Record<Outcome, CaseAction>> = {
  teruskan: 'chooseForward',
  perbaikan: 'chooseReturn',
  tolak: 'chooseRefuse',
  koordinasi: 'chooseOther',
  kembalikan: 'chooseOther',
};

/** The keys as the overlay tells them to whoever chooses among these outcomes. */
export function caseKeysOf(role: Role, outcomes: readonly Outcome[]): KeyGroup<CaseAction> {
  const labels = outcomeLabelsOf(role);
  const named = outcomes.map((outcome) => [outcomeActions[outcome], labels[outcome]] as const);
  return relabelled(caseKeys, Object.fromEntries(named));
}

/** Which of the two keys of an outcome its button shows; both work always. */
export type OutcomeKeys = 'huruf' | 'angka';

/** The key that chooses an outcome as its button shows it: the letter or the digit. */
export function outcomeKey(action: CaseAction, keys: OutcomeKeys): string {
  const [letter, digit] = shownKey(caseKeys, action).split(' / ');
  return (keys === 'angka' ? digit : letter) ?? '';
}
