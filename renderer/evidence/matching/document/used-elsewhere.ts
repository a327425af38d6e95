import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import {
  type KnownPeople,
  namesKnownPerson,
} from '#renderer/evidence/matching/document/other-person.ts';
import { nearlySame } from '#renderer/evidence/matching/document/same-document.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import type { Usul, UsulDocument } from '#shared/records/usul.ts';

/** Papers that rightly prove several records of one person. */
const provesMany: ReadonlySet<string> = new Set(['mv-kartu-keluarga', 'mv-ktp', '889']);

/** Another usul that wrongly has the same document, and the reason to propose for it. */
export interface UsedElsewhere {
  readonly employeeName: string;
  readonly reason: 'DOK_SALAH' | 'DUPLIKAT';
}

/**
 * Another usul with the same file, or another scan of the same paper, where that is wrong: of another person, unless the
 * paper names this usul's employee (a collective decree, the family card of a couple); or of the same person for a second
 * record of the same type.
 */
export function findUsedElsewhere(
  usul: Pick<Usul, 'employee' | 'recordType'>,
  document: Pick<UsulDocument, 'documentId' | 'sha256'>,
  reading: DocumentReading,
  facts: { readonly known: KnownPeople; readonly elsewhere: readonly DocumentElsewhere[] },
): UsedElsewhere | null {
  const fingerprint = fingerprintOf(reading);
  const isSame = (other: DocumentElsewhere): boolean =>
    other.sha256 === document.sha256 ||
    (fingerprint !== null &&
      other.fingerprint !== null &&
      nearlySame(fingerprint, other.fingerprint));
  // Whose paper it is may stand on a page that is still to be read.
  const isTold = reading.failure !== null || reading.pageCount === reading.pages.length;
  const stranger =
    !isTold || namesKnownPerson(reading, facts.known)
      ? undefined
      : facts.elsewhere.find((other) => other.employeeId !== usul.employee.id && isSame(other));
  if (stranger) return { employeeName: stranger.employeeName, reason: 'DOK_SALAH' };
  const own = facts.elsewhere.find(
    (other) =>
      other.employeeId === usul.employee.id &&
      other.recordType === usul.recordType &&
      !provesMany.has(document.documentId) &&
      isSame(other),
  );
  return own ? { employeeName: own.employeeName, reason: 'DUPLIKAT' } : null;
}
