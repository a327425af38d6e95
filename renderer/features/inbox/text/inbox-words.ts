import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import type { InboxStatus } from '#renderer/core/inbox/inbox-query.ts';
import { wordsOf, type ByRole } from '#renderer/frame/role.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** What the inbox says to each role in its own way, and the states that its usul can be in. */
export interface InboxWords {
  /** In the order of their tabs. */
  readonly tabs: readonly InboxStatus[];
  readonly statuses: Readonly<Record<InboxStatus, string>>;
  readonly statusHints: Readonly<Record<InboxStatus, string>>;
  readonly noneHereAction: Readonly<Record<Exclude<InboxStatus, 'belum_diperiksa'>, string>>;
  readonly ownHint: string;
  readonly allHint: string;
  readonly empty: string;
  readonly emptyAction: string;
}

const { statuses, statusHints, noneHereAction } = inboxText;
const { ownHint, allHint, empty, emptyAction } = inboxText;

const shared: InboxWords = {
  tabs: [
    'belum_diperiksa',
    'sudah_diputuskan',
    'ditolak_server',
    'koordinasi',
    'perbaikan',
    'lanjut',
  ],
  statuses,
  statusHints,
  noneHereAction,
  ownHint,
  allHint,
  empty,
  emptyAction,
};

const own: ByRole<InboxWords> = {
  approver: {
    tabs: ['belum_diperiksa', 'koordinasi', 'sudah_diputuskan', 'ditolak_server'],
    statuses: { ...statuses, belum_diperiksa: 'Menunggu persetujuan', koordinasi: 'Perlu dijawab' },
    statusHints: {
      ...statusHints,
      belum_diperiksa: 'Usul yang menunggu persetujuan Anda',
      koordinasi: 'Pertanyaan yang menunggu jawaban BKPSDM',
    },
    noneHereAction: {
      ...noneHereAction,
      koordinasi: 'Tidak ada pertanyaan yang menunggu jawaban BKPSDM.',
    },
    ownHint: 'Usul Anda sendiri; diputuskan approver lain di instansi yang sama',
    allHint: 'Semua usul yang menunggu BKPSDM',
    empty: 'Belum ada usul yang menunggu BKPSDM.',
    emptyAction: 'Usul muncul di sini dengan sendirinya setelah diteruskan atau ditanyakan.',
  },
  validator: {
    tabs: ['belum_diperiksa', 'sudah_diputuskan', 'ditolak_server', 'koordinasi'],
    statuses: { ...statuses, belum_diperiksa: 'Menunggu validasi' },
    statusHints: { ...statusHints, belum_diperiksa: 'Usul yang menunggu validasi Anda' },
    ownHint: 'Usul Anda sendiri; diputuskan validator lain di kantor yang sama',
    allHint: 'Semua usul yang menunggu BKN',
    empty: 'Belum ada usul yang menunggu validasi.',
    emptyAction: 'Usul muncul di sini dengan sendirinya setelah diteruskan oleh OPD.',
  },
};

/** The words of the inbox of a role. */
export function inboxWordsOf(role: Role): InboxWords {
  return wordsOf(shared, own, role);
}
