import { formatDay } from '#renderer/ui/format/dates.ts';
import type { EndedAppointment } from '#renderer/core/session/session-contract.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import type { Appointment } from '#shared/workflow/authority/account.ts';

/** Words of the choice among several appointments. */
export const appointmentsText = {
  title: 'Bertugas sebagai',
  howTo:
    'Anda mempunyai lebih dari satu penunjukan. Setiap penunjukan mempunyai daftarnya sendiri; keputusan yang menunggu dikirim tetap terkirim.',
  later: 'Dapat diganti kapan saja, juga tanpa jaringan, lewat menu akun di kanan atas.',
  goOn: 'Lanjutkan',
  named: ({ role, scopeName }: Pick<Appointment, 'role' | 'scopeName'>) =>
    `${roleLabels[role]} · ${scopeName}`,
  /** With its last day, where it has one. */
  choice: (one: Appointment) => {
    const name = `${roleLabels[one.role]} · ${one.scopeName}`;
    return one.validUntil === null ? name : `${name} (s.d. ${formatDay(one.validUntil)})`;
  },
  ended: (ended: readonly EndedAppointment[]) => {
    const names = ended.map((one) => `${roleLabels[one.role]} (${one.scopeName})`).join(', ');
    return `Penunjukan Anda sebagai ${names} telah berakhir.`;
  },
  endedAction:
    'Daftarnya telah dihapus dari PC ini. Keputusan di bawahnya yang belum diterima server menunggu BKPSDM; lihat Antrean Kirim.',
} as const;
