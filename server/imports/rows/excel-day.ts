import { addDays, makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** Days that Excel counts later when it counts from 1904. */
const later1904 = 1_462;
const lastSerial = 2_958_465;
/** Excel takes 1900 for a leap year: its day 60 does not exist, and all before it are one off (ECMA-376 part 1, 18.17.4.1). */
const missingDay = 60;

/** The day of a spreadsheet's number for it; a time of the day is dropped. Undefined: no day has that number. */
export function dayOfSerial(serial: number, is1904 = false): LocalDate | undefined {
  const whole = Math.floor(serial) + (is1904 ? later1904 : 0);
  if (!(whole >= 1 && whole <= lastSerial) || whole === missingDay) return undefined;
  return addDays(makeLocalDate(1899, 12, 30)!, whole < missingDay ? whole + 1 : whole);
}
