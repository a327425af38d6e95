import type { ColumnType, Generated } from 'kysely';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReferenceEntry } from '#shared/reference/reference-version.ts';

type Once<T, Insert = T> = ColumnType<T, Insert, never>;

/** A version of a set of reference data; append-only (trigger). */
export interface ReferenceVersionTable {
  /** In the order in which they were taken in. */
  seq: Generated<number>;
  set_id: Once<string>;
  /** Within its set; 1 is the one that comes with the program. */
  version: Once<number>;
  valid_from: Once<LocalDate>;
  entries: Once<ReferenceEntry[], string>;
  at: Once<Date>;
}
