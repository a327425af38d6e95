import type { ColumnType } from 'kysely';
import type { Instant, Json } from '#server/store/column-types.ts';
import type { ImportKindId, ImportState, ImportRow } from '#shared/contract/admin/imports.ts';

/** What is told of an import besides its phase; `form`: of its file, null until that was read. */
export interface ImportCourse extends Pick<
  ImportState,
  'done' | 'total' | 'secondsLeft' | 'counts' | 'fault' | 'notes'
> {
  readonly form: 'csv' | 'xlsx' | null;
}

/** An import that an admin does at the desk, whichever server is asked; an admin has one at most. */
export interface ImportJobTable {
  id: string;
  account_id: string;
  device_id: string;
  appointment_id: string;
  instansi_id: string;
  /** The server at which it began. */
  server_id: string;
  kind: ImportKindId;
  /** As many as the file is said to have, and as many as have come. */
  bytes: number;
  received: ColumnType<number, number | undefined, number>;
  phase: ImportState['phase'];
  course: Json<ImportCourse>;
  /** Somebody wants it to end. */
  stopping: ColumnType<boolean, boolean | undefined, boolean>;
  /** When its admin last asked. */
  touched_at: Instant;
  /** The last sign of the server that is at work on it. */
  beat_at: ColumnType<Date | null, null | undefined, Date>;
}

/** A piece of the file, until all of it was taken. */
export interface ImportPieceTable {
  import_id: string;
  from_byte: number;
  bytes: Buffer;
}

/** A row of the file with its fate, as people read it. */
export interface ImportRowTable {
  import_id: string;
  number: number;
  title: string;
  fate: ImportRow['fate'];
  why: string;
}

/** The refused rows as the file that they came in. */
export interface ImportRejectedTable {
  import_id: string;
  bytes: Buffer;
}

/** Imports at desks. */
export interface ImportTables {
  import_job: ImportJobTable;
  import_piece: ImportPieceTable;
  import_row: ImportRowTable;
  import_rejected: ImportRejectedTable;
}
