import type { Columns } from '#server/imports/columns/column.ts';
import type { Fate } from '#server/imports/rows/fate.ts';
import type { RowReader } from '#server/imports/rows/row-reader.ts';
import type { Db, Tx } from '#server/store/database.ts';

/** What may occur only once in a file. */
export interface RowKey {
  readonly label: string;
  readonly text: string;
  /** Rows of the same owner may have it together. */
  readonly owner?: string;
}

/** A row that was read without a fault. */
export interface ReadRow<Draft> {
  readonly number: number;
  readonly draft: Draft;
}

/** A row whose fate is known, with what is to be written. */
export interface JudgedRow<Draft> extends ReadRow<Draft> {
  readonly fate: Fate;
}

/** Where an import takes place. */
export interface ImportPlace {
  readonly instansiId: string;
  readonly now: Date;
  /** The account that imports; null: at the command line. */
  readonly by: string | null;
}

/**
 * One kind of what is imported: its columns, how a row is read, and what becomes of it. Reading and judging are pure;
 * `load` fetches what they are judged by, `write` does what was judged, in one transaction for each chunk.
 */
export interface ImportKind<Field extends string, Draft, Known> {
  readonly columns: Columns<Field>;
  /** Columns that files of others have and that are not asked for. */
  readonly ignored: readonly string[];
  /** Rows of one transaction. */
  readonly chunkRows: number;
  /** The draft of a row; undefined: the reader noted why there is none. */
  read(row: RowReader<Field>): Draft | undefined;
  keysOf(draft: Draft): readonly RowKey[];
  titleOf(draft: Draft): string;
  load(db: Db | Tx, place: ImportPlace, drafts: readonly Draft[]): Promise<Known>;
  judge(rows: readonly ReadRow<Draft>[], known: Known): readonly JudgedRow<Draft>[];
  write(tx: Tx, place: ImportPlace, rows: readonly JudgedRow<Draft>[], known: Known): Promise<void>;
}
