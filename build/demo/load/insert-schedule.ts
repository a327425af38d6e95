import { instansi } from '#build/demo/offices/offices.ts';
import { demoPeriod } from '#build/demo/texts.ts';
import { keepHolidays, keepPeriod } from '#server/schedule/keep-schedule.ts';
import type { Tx } from '#server/store/database.ts';
import { addDays, addMonths, makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** A period under way and the days of rest of its year; the usul of the demonstration belong to none, and keep their deadlines. */
export async function insertSchedule(tx: Tx, today: LocalDate): Promise<void> {
  const year = Number(today.slice(0, 4));
  const span = (from: number, until: number) => ({
    from: addMonths(today, from),
    until: addDays(addMonths(today, until), -1),
  });
  await keepPeriod(tx, instansi.id, {
    id: `pdm-${year}`,
    name: demoPeriod.name(year),
    legalBasis: demoPeriod.legalBasis(year),
    stages: {
      persiapan: span(-3, -2),
      unggah: span(-2, 1),
      verifikasi: span(-2, 2),
      validasi: span(-1, 2),
      persetujuan: span(-1, 3),
    },
    cutOffDay: null,
    closedOn: null,
  });
  const holidays = demoPeriod.holidays.flatMap(([month, day, name]) => {
    const date = makeLocalDate(year, month, day);
    return date ? [{ day: date, name }] : [];
  });
  await keepHolidays(tx, instansi.id, holidays);
}
