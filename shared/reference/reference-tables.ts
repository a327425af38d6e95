import type { ReferenceTableId } from '#shared/domain/model/record-type.ts';

/** One code of a reference table. */
export interface ReferenceCode {
  readonly id: string;
  readonly label: string;
}

/** All codes of a table, in its own order. */
export function listCodes(_table: ReferenceTableId): readonly ReferenceCode[] {
  return [];
}

/** Name of a code; undefined when the table does not have it. */
export function codeLabel(table: ReferenceTableId, id: string): string | undefined {
  return listCodes(table).find((code) => code.id === id)?.label;
}
