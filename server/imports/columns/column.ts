/** A column that a kind of import knows. */
export interface Column {
  /** What people call it, in sentences and in the form. */
  readonly label: string;
  /** Other names under which files have it, in any spelling; the label is one of its own accord. */
  readonly names: readonly string[];
  readonly required?: boolean;
}

/** The columns of a kind by the field that they fill. */
export type Columns<Field extends string = string> = Readonly<Record<Field, Column>>;

/** The column in which refused rows say why, when they come back. */
export const reasonColumn = 'Alasan ditolak';

/** A name of a column as it is compared: letters and digits alone, in lower case. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What a spreadsheet calls a column, from 0: A, B … AA. */
export function columnLetters(at: number): string {
  const rest = Math.floor(at / 26);
  const letter = String.fromCharCode(65 + (at % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}
