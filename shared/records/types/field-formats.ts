import type { FieldFormat } from '#shared/records/record-type.ts';
import type { ReferenceTableId } from '#shared/reference/reference-table-ids.ts';

/** A calendar day. */
export const date: FieldFormat = { kind: 'date' };
/** A year of four digits. */
export const year: FieldFormat = { kind: 'year' };
/** Number of a letter, decree or certificate: free text, since offices number in their own ways. */
export const documentNumber: FieldFormat = { kind: 'documentNumber' };
/** Name of a person without titles. */
export const personName: FieldFormat = { kind: 'personName' };
/** Ya or tidak, as BKN's 1 and 0. */
export const yesNo: FieldFormat = { kind: 'code', table: 'yaTidak' };

/** One line of text. */
export function text(maxLength: number): FieldFormat {
  return { kind: 'text', maxLength };
}

/** Several lines of text. */
export function longText(maxLength: number): FieldFormat {
  return { kind: 'text', maxLength, multiline: true };
}

/** A code of a reference table. */
export function code(table: ReferenceTableId): FieldFormat {
  return { kind: 'code', table };
}

/** A whole number within bounds, with its unit for display. */
export function integer(min: number, max: number, unit?: string): FieldFormat {
  return unit === undefined ? { kind: 'integer', min, max } : { kind: 'integer', min, max, unit };
}

/** A score or credit with decimals; BKN stores decimal(5,2) in SKP and (6,3) in credits. */
export function decimal(max: number, scale: number): FieldFormat {
  return { kind: 'decimal', min: 0, max, scale };
}
