import { unreadPagesOf } from '#renderer/evidence/matching/document-reading.ts';
import {
  documentKindLabel,
  recogniseKind,
} from '#renderer/evidence/matching/document/document-kind.ts';
import type { DocumentWarning } from '#renderer/evidence/matching/document/document-warning.ts';
import { expectedKinds } from '#renderer/evidence/matching/document/expected-kinds.ts';
import { findMissingPart } from '#renderer/evidence/matching/document/missing-pages.ts';
import {
  findOtherPerson,
  type KnownPeople,
} from '#renderer/evidence/matching/document/other-person.ts';
import { qualityWarnings } from '#renderer/evidence/matching/document/quality-advice.ts';
import { findSecondPerson } from '#renderer/evidence/matching/document/second-person.ts';
import { findUsedElsewhere } from '#renderer/evidence/matching/document/used-elsewhere.ts';
import type {
  WarnedDocument,
  WarnedUsul,
} from '#renderer/evidence/matching/document/warned-document.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';

/**
 * What a person should know of the documents that were read before looking at them, the gravest first within each
 * document. Only what is sure is said: silence means nothing.
 */
export function documentWarnings(
  usul: WarnedUsul,
  read: readonly WarnedDocument[],
  elsewhere: readonly DocumentElsewhere[] = [],
): readonly DocumentWarning[] {
  const known = knownPeopleOf(usul);
  return read.flatMap((one) => [
    ...contentWarnings(usul, one, { known, elsewhere }),
    ...qualityWarnings(one.reading),
  ]);
}

/** Who may be named in the documents of an usul: its employee and whom the record itself is about. */
export function knownPeopleOf(usul: WarnedUsul): KnownPeople {
  const records = [usul.values, usul.oldValues ?? {}];
  const family = usul.recordType === 'keluarga';
  const valuesOf = (kind: 'personName' | 'date'): string[] =>
    fieldsOf(recordTypes[usul.recordType])
      .filter(
        ({ format, name }) => format.kind === kind && (kind !== 'date' || name === 'tglLahir'),
      )
      .flatMap(({ name }) => records.map((values) => values[name] ?? ''))
      .filter((value) => value !== '');
  return {
    employee: usul.employee,
    relatives: family ? valuesOf('personName') : [],
    born: family ? valuesOf('date') : [],
  };
}

function contentWarnings(
  usul: WarnedUsul,
  { document, reading }: WarnedDocument,
  facts: { readonly known: KnownPeople; readonly elsewhere: readonly DocumentElsewhere[] },
): readonly DocumentWarning[] {
  const warn = (
    kind: DocumentWarning['kind'],
    detail: string,
    reason: string,
  ): DocumentWarning => ({
    sha256: document.sha256,
    kind,
    page: null,
    flaws: [],
    detail,
    reason,
  });
  const recognised = recogniseKind(reading);
  const other = findOtherPerson(reading, facts.known, recognised);
  const second = other ? null : findSecondPerson(usul, reading, facts.known);
  const used = findUsedElsewhere(usul, document, reading, facts);
  const missing = findMissingPart(reading, usul.recordType, recognised);
  const accepted = expectedKinds(document.documentId, usul.recordType);
  // What a paper is may stand on the very page that could not be read.
  const isOtherKind =
    unreadPagesOf(reading).length === 0 &&
    recognised?.certainty === 'sure' &&
    accepted.length > 0 &&
    ![recognised.kind, ...recognised.also].some((kind) => accepted.includes(kind));
  return [
    ...(isOtherKind ? [warn('jenis_lain', documentKindLabel(recognised.kind), 'DOK_SALAH')] : []),
    ...(other ? [warn('orang_lain', other.name, 'ORANG_LAIN')] : []),
    ...(second ? [warn('dua_orang', second.name, 'ORANG_LAIN')] : []),
    ...(used ? [warn('dipakai_usul_lain', used.employeeName, used.reason)] : []),
    // What an altogether different paper lacks is not worth a word.
    ...(missing && !isOtherKind ? [warn('halaman_kurang', missing, 'HAL_KURANG')] : []),
  ];
}
