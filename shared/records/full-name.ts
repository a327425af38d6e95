import type { Employee } from '#shared/records/employee.ts';

/** The parts of a name with titles. */
export type NameParts = Pick<Employee, 'nama' | 'gelarDepan' | 'gelarBelakang'>;

/** Name with titles as on paper: `Dr. BUDI SANTOSO, S.Sos., M.Si.`. */
export function fullName(person: NameParts): string {
  const front = person.gelarDepan.trim();
  const back = person.gelarBelakang.trim();
  const name = front === '' ? person.nama.trim() : `${front} ${person.nama.trim()}`;
  return back === '' ? name : `${name}, ${back}`;
}
