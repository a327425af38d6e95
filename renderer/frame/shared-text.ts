import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words that more than one feature says, or a feature and the desk around it. Everything else stands with its owner. */
export const sharedText = {
  product: 'Meja Verifikator',
  startSlow:
    'Aplikasi belum siap. Muat ulang halaman ini; keputusan yang sudah tersimpan tidak hilang.',
  /** The search for a person over a list. */
  personSearch: {
    label: 'Cari nama atau NIP',
    hint: 'Cari nama atau NIP ( / )',
  },
  /** What happened to an usul. */
  history: {
    by: (name: string, role: string) => `${name}, ${role}`,
    notAsked: 'Belum dikenal aplikasi pemeriksa',
    unread: 'Diputuskan sebelum selesai dibaca aplikasi',
    deletionReason: 'Penghapusan dinilai sebagai',
    actions: {
      ajukan: 'Diajukan',
      ajukan_ulang: 'Diajukan ulang setelah perbaikan',
      tarik: 'Ditarik ASN',
      jawab: 'Pertanyaan dijawab',
      teruskan: 'Memenuhi syarat, diteruskan',
      perbaikan: 'Dikembalikan untuk perbaikan',
      tolak: 'Tidak memenuhi syarat',
      koordinasi: 'Ditanyakan ke BKPSDM',
      kembalikan: 'Dikembalikan ke verifikator',
    },
    /** Where a role's act is called otherwise than that of the others. */
    actionsOf: { approver: { teruskan: 'Disetujui' } },
  },
  documentsRead: (done: number, total: number) =>
    `${formatCount(done)} dari ${formatCount(total)} dokumen telah dibaca`,
} as const;

/** What was done to an usul, in words; a newer server may know more acts than this version: those are shown as they came. */
export function historyAction({
  action,
  actorRole,
}: {
  readonly action: string;
  readonly actorRole: string;
}): string {
  const { actions, actionsOf } = sharedText.history;
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = actionsOf;
  const shared: Readonly<Record<string, string>> = actions;
  return own[actorRole]?.[action] ?? shared[action] ?? action;
}
