import type { KeyAction } from '#renderer/ui/keys/key-action.ts';

/**
 * Where a key works. `dokumen` works together with `workbench`; `letak` goes before both while a place is being shown;
 * `alasan` only while the reason list has the focus.
 */
export type KeyScope = 'umum' | 'inbox' | 'workbench' | 'letak' | 'alasan' | 'dokumen' | 'konflik';

/** A key with its modifier; `key` as in `KeyboardEvent.key`, letters in lower case. */
export interface KeyCombo {
  readonly key: string;
  readonly ctrl?: true;
}

/** One line of the key map: what a person sees in the overlay and what the handler matches. */
export interface KeyBinding {
  readonly action: KeyAction;
  readonly scope: KeyScope;
  readonly combos: readonly KeyCombo[];
  /** As printed on the key. */
  readonly shown: string;
  readonly label: string;
  /** Works also while the person types in an input. */
  readonly whileTyping?: true;
  /** Works also in a dialog, a menu or a list to choose from; implies `whileTyping`. Over a modal dialog only the lock does. */
  readonly everywhere?: true;
  /** Goes on while the key is held down: moving, scrolling and zooming. Everything else happens once a press. */
  readonly repeats?: true;
}

/**
 * Keys of the reasons, in their order: the digit row, then the letters below it. None of the letters means anything on
 * the workbench, so a slip of the focus does no harm.
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
  'q',
  'w',
  'e',
] as const;

// Not from usul to usul: each would be opened, with its documents.
const repeating: ReadonlySet<KeyAction> = new Set<KeyAction>([
  'listUp',
  'listDown',
  'listPageUp',
  'listPageDown',
  'fieldUp',
  'fieldDown',
  'pickWord',
  'reasonUp',
  'reasonDown',
  'scrollUp',
  'scrollDown',
  'nextPage',
  'previousPage',
  'zoomIn',
  'zoomOut',
]);

/** The one key map: handlers, tooltips and the overlay derive from it. */
export const keyTable: readonly KeyBinding[] = [
  bind('help', 'umum', [{ key: '?' }], '?', 'Daftar tombol ini'),
  { ...bind('screenHelp', 'umum', [{ key: 'F1' }], 'F1', 'Bantuan layar ini'), everywhere: true },
  { ...bind('lock', 'umum', [{ key: 'F9' }], 'F9', 'Kunci meja'), everywhere: true },
  {
    ...bind('openSettings', 'umum', [{ key: ',', ctrl: true }], 'Ctrl+,', 'Pengaturan'),
    whileTyping: true,
  },
  bind('undoDecision', 'umum', [{ key: 'z' }], 'Z', 'Tarik kembali keputusan terakhir'),
  bind('showConflicts', 'umum', [{ key: 'u' }], 'U', 'Keputusan yang perlu diperiksa lagi'),
  bind('openSearch', 'inbox', [{ key: '/' }], '/', 'Cari nama atau NIP'),
  bind('listUp', 'inbox', [{ key: 'ArrowUp' }], '↑', 'Usul sebelumnya'),
  bind('listDown', 'inbox', [{ key: 'ArrowDown' }], '↓', 'Usul berikutnya'),
  bind('listPageUp', 'inbox', [{ key: 'PageUp' }], 'PgUp', 'Satu layar ke atas'),
  bind('listPageDown', 'inbox', [{ key: 'PageDown' }], 'PgDn', 'Satu layar ke bawah'),
  bind('listHome', 'inbox', [{ key: 'Home' }], 'Home', 'Usul pertama'),
  bind('listEnd', 'inbox', [{ key: 'End' }], 'End', 'Usul terakhir'),
  bind('listOpen', 'inbox', [{ key: 'Enter' }], 'Enter', 'Buka usul'),
  bind('fieldUp', 'workbench', [{ key: 'ArrowUp' }], '↑', 'Isian sebelumnya'),
  bind('fieldDown', 'workbench', [{ key: 'ArrowDown' }], '↓', 'Isian berikutnya'),
  bind('judgeMatch', 'workbench', [{ key: 's' }, { key: '1' }], 'S / 1', 'Sesuai'),
  bind('judgeDiffer', 'workbench', [{ key: 't' }, { key: '2' }], 'T / 2', 'Tidak sesuai'),
  bind('judgeUnreadable', 'workbench', [{ key: 'b' }, { key: '3' }], 'B / 3', 'Tidak terbaca'),
  bind('judgeAll', 'workbench', [{ key: 'a' }], 'A', 'Semua sesuai'),
  bind('judgeFound', 'workbench', [{ key: '4' }], '4', 'Semua yang ditemukan: sesuai'),
  bind(
    'previousToLookAt',
    'workbench',
    [{ key: ';' }],
    '; titik koma',
    'Isian sebelumnya yang tidak ditemukan',
  ),
  bind(
    'nextToLookAt',
    'workbench',
    [{ key: "'" }],
    "' petik",
    'Isian berikutnya yang tidak ditemukan',
  ),
  bind('correctPlace', 'workbench', [{ key: 'F2' }], 'F2', 'Tunjukkan letak isian di dokumen'),
  bind('chooseForward', 'workbench', [{ key: 'm' }, { key: '5' }], 'M / 5', 'Memenuhi syarat'),
  bind('chooseReturn', 'workbench', [{ key: 'p' }, { key: '6' }], 'P / 6', 'Perlu perbaikan'),
  bind('chooseRefuse', 'workbench', [{ key: 'x' }, { key: '7' }], 'X / 7', 'Tidak memenuhi syarat'),
  bind('chooseCoordinate', 'workbench', [{ key: 'k' }, { key: '8' }], 'K / 8', 'Koordinasi BKPSDM'),
  bind('writeNote', 'workbench', [{ key: 'n' }], 'N', 'Tulis catatan'),
  {
    ...bind(
      'decide',
      'workbench',
      [{ key: 'Enter', ctrl: true }],
      'Ctrl+Enter',
      'Simpan, buka berikutnya',
    ),
    whileTyping: true,
  },
  bind(
    'advance',
    'workbench',
    [{ key: 'Enter' }],
    'Enter',
    'Lanjut: ke yang belum lengkap, atau simpan',
  ),
  bind(
    'undoStep',
    'workbench',
    [{ key: 'z', ctrl: true }],
    'Ctrl+Z',
    'Tarik kembali langkah terakhir',
  ),
  bind(
    'previousCase',
    'workbench',
    [{ key: 'ArrowLeft' }, { key: '[' }],
    '← / [',
    'Usul sebelumnya',
  ),
  bind('nextCase', 'workbench', [{ key: 'ArrowRight' }, { key: ']' }], '→ / ]', 'Usul berikutnya'),
  bind('toggleQueue', 'workbench', [{ key: 'g' }], 'G', 'Buka atau lipat daftar antrean'),
  bind('focusMode', 'workbench', [{ key: 'o' }], 'O', 'Mode fokus'),
  bind('copyNip', 'workbench', [{ key: 'c' }], 'C', 'Salin NIP'),
  bind('showRecords', 'workbench', [{ key: 'v' }], 'V', 'Ke riwayat lain dan keputusan sebelumnya'),
  bind('batchOfPerson', 'workbench', [{ key: 'i' }], 'I', 'Hanya usul ASN ini'),
  bind('batchOfType', 'workbench', [{ key: 'y' }], 'Y', 'Hanya jenis riwayat ini'),
  {
    ...bind(
      'leave',
      'workbench',
      [{ key: 'Escape' }],
      'Esc',
      'Kembali ke isian, lalu ke Kotak Masuk',
    ),
    whileTyping: true,
  },
  bind(
    'pickWord',
    'letak',
    [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }, { key: 'ArrowUp' }, { key: 'ArrowDown' }],
    '← → ↑ ↓',
    'Pilih kata di dokumen',
  ),
  bind('acceptPicked', 'letak', [{ key: 'Enter' }], 'Enter', 'Pakai kata itu sebagai letak isian'),
  bind(
    'toggleReason',
    'alasan',
    reasonKeys.map((key) => ({ key })),
    '1 … 9, 0, Q, W, E',
    'Pilih alasan dengan tombol itu',
  ),
  bind('reasonUp', 'alasan', [{ key: 'ArrowUp' }], '↑', 'Alasan sebelumnya'),
  bind('reasonDown', 'alasan', [{ key: 'ArrowDown' }], '↓', 'Alasan berikutnya'),
  bind(
    'scrollDown',
    'dokumen',
    [{ key: 'PageDown' }, { key: ' ' }],
    'PgDn / Spasi',
    'Gulir ke bawah',
  ),
  bind('scrollUp', 'dokumen', [{ key: 'PageUp' }], 'PgUp', 'Gulir ke atas'),
  bind('zoomIn', 'dokumen', [{ key: '+' }, { key: '=' }], '+', 'Perbesar'),
  bind('zoomOut', 'dokumen', [{ key: '-' }], '-', 'Perkecil'),
  bind('fitWidth', 'dokumen', [{ key: '0' }], '0', 'Sesuaikan lebar'),
  bind('rotate', 'dokumen', [{ key: 'r' }], 'R', 'Putar'),
  bind('nextDocument', 'dokumen', [{ key: 'd' }], 'D', 'Dokumen berikutnya'),
  bind('previousPage', 'dokumen', [{ key: ',' }], ',', 'Halaman sebelumnya'),
  bind('nextPage', 'dokumen', [{ key: '.' }], '.', 'Halaman berikutnya'),
  bind('fitPage', 'dokumen', [{ key: '9' }], '9', 'Tampilkan satu halaman utuh'),
  bind('magnify', 'dokumen', [{ key: 'l' }], 'L', 'Kaca pembesar'),
  bind('thumbnails', 'dokumen', [{ key: 'h' }], 'H', 'Gambar kecil halaman'),
  bind('recognisedText', 'dokumen', [{ key: '/' }], '/', 'Teks hasil baca halaman'),
  bind('sideBySide', 'dokumen', [{ key: 'j' }], 'J', 'Dua dokumen berdampingan'),
  bind('fullDocument', 'dokumen', [{ key: 'f' }], 'F', 'Dokumen layar penuh'),
  {
    ...bind(
      'findInDocument',
      'dokumen',
      [{ key: 'f', ctrl: true }],
      'Ctrl+F',
      'Cari dalam dokumen',
    ),
    whileTyping: true,
  },
  bind(
    'previousConflict',
    'konflik',
    [{ key: 'ArrowLeft' }, { key: '[' }],
    '← / [',
    'Keputusan sebelumnya',
  ),
  bind(
    'nextConflict',
    'konflik',
    [{ key: 'ArrowRight' }, { key: ']' }],
    '→ / ]',
    'Keputusan berikutnya',
  ),
  bind('redoDecision', 'konflik', [{ key: 'Enter' }], 'Enter', 'Periksa lagi di Meja Periksa'),
  bind('letGoOfDecision', 'konflik', [{ key: 'l' }], 'L', 'Lepaskan keputusan'),
  bind('leaveConflicts', 'konflik', [{ key: 'Escape' }], 'Esc', 'Kembali ke layar sebelumnya'),
];

/** Scopes that are live at the same time and therefore must not share a key. */
export const liveTogether: readonly (readonly KeyScope[])[] = [
  ['umum', 'inbox'],
  ['umum', 'workbench', 'dokumen'],
  ['umum', 'letak'],
  ['umum', 'alasan'],
  ['umum', 'konflik'],
];

/** The key of an action as printed on it, for a tooltip. */
export function shownKey(action: KeyAction): string {
  return keyTable.find((binding) => binding.action === action)?.shown ?? '';
}

/** Which of the two keys of an outcome its button shows; both work always. */
export type OutcomeKeys = 'huruf' | 'angka';

/** The key that chooses an outcome as its button shows it: the letter or the digit. */
export function outcomeKey(action: KeyAction, keys: OutcomeKeys): string {
  const [letter, digit] = shownKey(action).split(' / ');
  return (keys === 'angka' ? digit : letter) ?? '';
}

/** The keys of an action as `aria-keyshortcuts` wants them. */
export function keyShortcuts(action: KeyAction): string {
  const combos = keyTable.find((binding) => binding.action === action)?.combos ?? [];
  return combos
    .map(
      ({ key, ctrl }) => `${ctrl ? 'Control+' : ''}${key.length === 1 ? key.toUpperCase() : key}`,
    )
    .join(' ');
}

function bind(
  action: KeyAction,
  scope: KeyScope,
  combos: readonly KeyCombo[],
  shown: string,
  label: string,
): KeyBinding {
  const repeats = repeating.has(action) ? ({ repeats: true } as const) : {};
  return { action, scope, combos, shown, label, ...repeats };
}
