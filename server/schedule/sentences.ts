import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { DeadlinePolicy } from '#shared/workflow/schedule/deadline.ts';
import type { Period, PeriodStage } from '#shared/workflow/schedule/period.ts';
import type { WorkCalendar } from '#shared/workflow/schedule/work-calendar.ts';

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** What is said about periods, policies and days of rest at the command line. */
export const scheduleSentences = {
  instansi: 'INSTANSI',
  file: 'BERKAS',
  showSummary: 'Menampilkan jadwal satu instansi: periode, kebijakan tenggat, zona waktu',
  setSummary: 'Menyimpan jadwal instansi dari berkas JSON (contoh: server/README.md)',
  today: (today: LocalDate) => `Hari ini di instansi itu: ${today}`,
  policy: ({ days, count }: DeadlinePolicy, { workDays, holidays }: WorkCalendar) =>
    `Tenggat tanpa periode: verifikasi ${days.verifikasi}, validasi ${days.validasi}, ` +
    `persetujuan ${days.persetujuan}, perbaikan ${days.perbaikan} hari ${count}. ` +
    `Hari kerja: ${workDays.map((day) => weekdays[day - 1]).join(', ')}. ` +
    `Hari libur tercatat ke depan: ${holidays.size}.`,
  noPeriod: 'Belum ada periode.',
  period: ({ id, name, closedOn }: Period, stages: readonly PeriodStage[]) =>
    `${id}  ${name}: ${stateOf(closedOn, stages)}`,
  kept: (periods: number, holidays: number) =>
    `Jadwal tersimpan (${periods} periode, ${holidays} hari libur). Tenggat yang sudah berjalan tidak berubah.`,
  unknown: (instansi: string) => `Instansi ${instansi} tidak ada.`,
  unreadable: (path: string) => `Berkas ${path} tidak dapat dibaca.`,
  noJson: (path: string) => `Berkas ${path} bukan JSON.`,
  wrong: (path: string, place: string, message: string) =>
    `Berkas ${path} tidak dapat dipakai. Periksa "${place}"${message === '' ? '' : `: ${message}`}. Tidak ada yang diubah.`,
} as const;

function stateOf(closedOn: LocalDate | null, stages: readonly PeriodStage[]): string {
  if (stages.length > 0) return stages.join(', ');
  return closedOn === null ? 'tidak ada tahap yang berjalan' : `ditutup ${closedOn}`;
}
