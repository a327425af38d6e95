import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import {
  type KnownPeople,
  namesKnownPerson,
  type OtherPerson,
} from '#renderer/evidence/matching/document/other-person.ts';
import type { WarnedUsul } from '#renderer/evidence/matching/document/warned-document.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';
import { paperOfAnother } from '#renderer/evidence/matching/person-parts.ts';

/**
 * Whom a document is about beside the employee: a second paper on the same sheet or on a page of its own. Not the others of
 * a list, who stand there rightly, nor those of a family.
 */
export function findSecondPerson(
  { employee, recordType }: WarnedUsul,
  reading: DocumentReading,
  known: KnownPeople,
): OtherPerson | null {
  if (recordType === 'keluarga' || !namesKnownPerson(reading, known)) return null;
  const { nama, nip, nik } = employee;
  for (const page of streamsOf(reading)) {
    const other = paperOfAnother({ nama, nip, nik }, page);
    if (other) return other;
  }
  return null;
}
