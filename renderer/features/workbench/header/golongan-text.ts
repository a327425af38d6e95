import { golonganOf } from '#shared/reference/reference-tables.ts';

/** The golongan ruang that a person has now, as people say it (`III/b`); empty when it is not known. */
export function golonganText(golonganId: string | null): string {
  if (golonganId === null) return '';
  // A PPPK has I to XVII, which no table names.
  return golonganOf(golonganId)?.golongan ?? golonganId;
}
