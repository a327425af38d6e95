import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the first screen of an admin. */
export const overviewText = {
  title: 'Ringkasan',
  summary: 'Apa yang perlu dikerjakan admin, dan sejauh mana instansi sudah disiapkan.',
  waiting: 'Menunggu Anda',
  nothingWaits: 'Tidak ada yang menunggu Anda sekarang.',
  devices: (count: number) => `${formatCount(count)} PC menunggu persetujuan`,
  held: (count: number) => `${formatCount(count)} keputusan tertahan`,
  inactive: (count: number) => `${formatCount(count)} akun belum diaktifkan`,
  setup: 'Persiapan, berurutan',
  done: 'Selesai',
  open: 'Belum',
  steps: {
    opd: (count: number) => `OPD (${formatCount(count)})`,
    unor: (count: number) => `Unit organisasi (${formatCount(count)})`,
    asn: (count: number) => `Data ASN (${formatCount(count)})`,
    accounts: (count: number) => `Akun (${formatCount(count)} aktif)`,
    appointments: (count: number) => `Penunjukan (${formatCount(count)} berlaku)`,
    periods: (count: number) => `Periode (${formatCount(count)})`,
  },
  gaps: 'Yang belum ada petugasnya',
  noGaps: 'Setiap OPD punya verifikator; pejabat persetujuan dan helpdesk ada.',
  noApprover: 'Belum ada pejabat persetujuan (approver).',
  noHelpdesk: 'Belum ada helpdesk.',
  withoutVerifikator: (count: number) => `${formatCount(count)} OPD belum mempunyai verifikator:`,
  andMore: (count: number) => `dan ${formatCount(count)} lagi`,
} as const;
