import type { ColumnType } from 'kysely';

/** A JSONB column: read as its value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
/** A `timestamptz` column: read as Date, written as Date or ISO 8601 text. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
/** An instant that the database fills in. */
export type CreatedAt = ColumnType<Date, Date | string | undefined, never>;
