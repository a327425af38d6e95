import { assertNever } from '#shared/kernel/assert-never.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { UsulPosition } from '#shared/records/usul.ts';

/**
 * Days that each stage, and the ASN for a repair, has from the day on which the usul arrives. No regulation fixes it: it
 * is the schedule that agencies kept (BKPSDM Karanganyar in 2021: verification 26 August to 4 September, approval 5 to 14
 * September; domain.md 0.13).
 */
export const daysPerStage = 10;

/**
 * The deadline of an usul that comes to this position on that day. Undefined where the one before stays: a question
 * pauses the usul (`koordinasi`), and a settled one waits for nobody.
 */
export function deadlineAt(position: UsulPosition, day: LocalDate): LocalDate | undefined {
  switch (position.kind) {
    case 'menunggu':
    case 'perbaikan':
      return addDays(day, daysPerStage);
    case 'koordinasi':
    case 'selesai':
      return undefined;
    default:
      return assertNever(position);
  }
}
