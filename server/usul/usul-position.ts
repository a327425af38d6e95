import type { UsulTable } from '#server/store/schema.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { UsulPosition } from '#shared/records/usul.ts';

/** The columns that hold a position. */
export type PositionColumns = Pick<UsulTable, 'keadaan' | 'stage' | 'result'>;

/** A position as columns. */
export function toPositionColumns(position: UsulPosition): PositionColumns {
  switch (position.kind) {
    case 'menunggu':
    case 'koordinasi':
      return { keadaan: position.kind, stage: position.stage, result: null };
    case 'perbaikan':
      return { keadaan: position.kind, stage: position.returnedFrom, result: null };
    case 'selesai':
      return { keadaan: position.kind, stage: null, result: position.result };
    default:
      return assertNever(position);
  }
}

/** Columns as a position; a CHECK of the table keeps other combinations out, so such a row is a bug and throws. */
export function toPosition(row: PositionColumns): UsulPosition {
  if (row.keadaan === 'selesai' && row.result) return { kind: 'selesai', result: row.result };
  if (row.keadaan === 'perbaikan' && row.stage) {
    return { kind: 'perbaikan', returnedFrom: row.stage };
  }
  if ((row.keadaan === 'menunggu' || row.keadaan === 'koordinasi') && row.stage) {
    return { kind: row.keadaan, stage: row.stage };
  }
  throw new Error(`Impossible position columns: ${JSON.stringify(row)}`);
}
