import type { Draft } from '#renderer/data/schema/rows.ts';
import type {
  CaseFieldEvidence,
  DocumentWarning,
} from '#renderer/core/evidence/evidence-contract.ts';
import { contentOf } from '#renderer/core/case/draft.ts';
import {
  documentSentence,
  fieldBelied,
  fieldDiffers,
  fieldMissing,
  fieldOfAnother,
} from '#renderer/core/case/warning-sentences.ts';
import { isMachineLimit } from '#renderer/evidence/matching/document-reading.ts';
import { deletionClaimOf } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { warningKey, type OpenWarning } from '#shared/records/open-warning.ts';
import type { Finding } from '#shared/records/rules/finding.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  documentLabel,
  missingValue,
  textUnlikePicture,
  valueOfAnother,
} from '#shared/records/warning-labels.ts';
import type { Deed } from '#shared/workflow/decision.ts';
import { knownWarnings } from '#shared/workflow/known-warnings.ts';

/** What the documents of an usul say; nothing while they are read. */
export interface SaidByDocuments {
  readonly fields: Readonly<Record<string, CaseFieldEvidence>>;
  readonly warnings: readonly DocumentWarning[];
}

/** What is known of the documents of an usul. */
export interface KnownDocuments extends SaidByDocuments {
  /** Those (SHA-256) of which more will be known: they are being read, or compared. */
  readonly unread: readonly string[];
  /** Those (SHA-256) that this PC did not read to their end, and will not: for no fault of theirs. */
  readonly leftOut: readonly string[];
}

/** Nothing is known, and nothing will be. */
export const unknownDocuments: KnownDocuments = {
  fields: {},
  warnings: [],
  unread: [],
  leftOut: [],
};

/** An usul with all that may warn of it. */
export interface WarnedCase {
  readonly usul: Usul;
  readonly findings: readonly Finding[];
  readonly documents: SaidByDocuments;
}

/**
 * The warnings that are open for what is done, acknowledged or not: what rules and documents say against passing it on, or
 * what the decision says against itself.
 */
export function openWarnings(
  about: WarnedCase,
  draft: Draft,
  deed: Deed = draft.outcome ?? 'teruskan',
): readonly OpenWarning[] {
  const { usul, findings, documents } = about;
  const content = contentOf(usul, draft, deed);
  const known = knownWarnings(usul, content, findings);
  if (content.outcome !== 'teruskan') return known;
  return [...known, ...documentWarnings(usul, documents), ...doubtedFields(usul, documents)];
}

/**
 * The fields that no stroke over several may mark: a rule finds an error in them, or their document says another value, does
 * not have theirs, or has it for somebody else.
 */
export function fieldsLeftToPerson({ usul, findings, documents }: WarnedCase): ReadonlySet<string> {
  const wrong = findings.filter(({ level }) => level === 'galat').flatMap(({ fields }) => fields);
  const foreign = Object.entries(documents.fields).filter(([, found]) => isOfAnother(found));
  return new Set([
    ...wrong,
    ...doubtedFields(usul, documents).flatMap(({ fields }) => fields),
    ...(usul.kind === 'hapus' ? [] : foreign.map(([name]) => name)),
  ]);
}

/** What follows from what is known of an usul and its documents. */
interface Warned {
  readonly warnings: readonly OpenWarning[];
  readonly left: ReadonlySet<string>;
  readonly unread: readonly string[];
  readonly leftOut: readonly string[];
}

/** Whether both say the same to a person. */
export function warnsTheSame(one: Warned, other: Warned): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf({ warnings, left, unread, leftOut }: Warned): string {
  const said = warnings.map((warning) => `${warningKey(warning)} ${warning.sentence}`);
  return JSON.stringify([said, [...left], unread, leftOut]);
}

/** What each document is warned of, once a document and kind. */
export function documentWarnings(
  usul: Usul,
  { warnings }: Pick<SaidByDocuments, 'warnings'>,
): readonly OpenWarning[] {
  const foreignIsMeant = isSaidToBeForeign(usul);
  const asking = warnings.flatMap((warning): OpenWarning[] => {
    const subject = subjectOf(warning);
    if (subject === null || (foreignIsMeant && subject === 'orang_lain')) return [];
    const { sha256 } = warning;
    const sentence = documentSentence(usul, warning, subject);
    return [{ kind: 'dokumen', subject, about: sha256, sentence, fields: [] }];
  });
  return asking.filter(
    ({ subject, about }, at) =>
      asking.findIndex((one) => one.subject === subject && one.about === about) === at,
  );
}

/** Another person's paper is just what a deletion of another person's record brings. */
function isSaidToBeForeign(usul: Usul): boolean {
  if (usul.kind !== 'hapus') return false;
  const claim = deletionClaimOf(usul);
  return claim.kind === 'disebut' && claim.reason === 'bukan_miliknya';
}

/** Flaws after which a page proves nothing; any other is advice for the next scan. */
const blinding = ['kosong', 'kabur'] as const;

/** By which name a warning about a document is acknowledged; null for what need not be. */
function subjectOf({ kind, flaws, detail, reason }: DocumentWarning): string | null {
  if (kind === 'mutu') return blinding.find((flaw) => flaws.includes(flaw)) ?? null;
  if (kind === 'tidak_dapat_dibaca' && (isMachineLimit(detail) || reason === null)) return null;
  return kind;
}

/**
 * The fields of which a document was surely read to say another value, which the one that has to prove them has nowhere
 * although it was read well, which stand there for somebody else (unless the whole document is said to be somebody else's),
 * or in doubt where its text and its picture say different things. A deletion is another question.
 */
export function doubtedFields(
  usul: Usul,
  { fields, warnings }: SaidByDocuments,
): readonly OpenWarning[] {
  if (usul.kind === 'hapus') return [];
  const foreign = new Set(
    warnings.filter(({ kind }) => kind === 'orang_lain').map(({ sha256 }) => sha256),
  );
  return fieldsToJudge(usul).flatMap(({ name, label }): OpenWarning[] => {
    const evidence = fields[name];
    if (!evidence || evidence.correctedByPerson) return [];
    const { missingIn } = evidence;
    const asked = { kind: 'isian', subject: name, fields: [name] } as const;
    if (evidence.status === 'berbeda')
      return [{ ...asked, sentence: fieldDiffers(label, evidence.place.printed) }];
    if (isOfAnother(evidence) && !foreign.has(evidence.sha256 ?? ''))
      return [{ ...asked, about: valueOfAnother, sentence: fieldOfAnother(label) }];
    if (isBelied(evidence))
      return [{ ...asked, about: textUnlikePicture, sentence: fieldBelied(label) }];
    if (missingIn === undefined) return [];
    const document = documentLabel(missingIn, usul);
    return [{ ...asked, about: missingValue, sentence: fieldMissing(label, document) }];
  });
}

/** Whether what stands there is in doubt on a page whose text says something else than it shows. */
function isBelied(found: CaseFieldEvidence): boolean {
  return found.status === 'mirip' && found.because === 'lapisan_lain';
}

/** Whether a value stands in its document for another person alone. */
function isOfAnother(found: CaseFieldEvidence): boolean {
  return found.status === 'mirip' && found.because === 'orang_lain' && !found.correctedByPerson;
}
