import { reachOf, type StoredReadingContent } from '#renderer/data/documents/readings.ts';
import type { QueriesOf } from '#renderer/core/evidence/evidence-ports.ts';
import { isToTryAgain } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { Usul, UsulDocument } from '#shared/records/usul.ts';

/** A file of an usul, and the values that it has to prove under whatever name it was uploaded. */
export interface CaseDocument {
  readonly sha256: string;
  readonly uploads: readonly UsulDocument[];
  readonly queries: readonly FieldQuery[];
}

/** The files of an usul, each once, in the order of the usul. */
export function documentsOf(usul: Usul, queriesOf: QueriesOf): readonly CaseDocument[] {
  const shas = [...new Set(usul.documents.map(({ sha256 }) => sha256))];
  return shas.map((sha256) => {
    const uploads = usul.documents.filter((document) => document.sha256 === sha256);
    const queries = new Map<string, FieldQuery>();
    for (const query of uploads.flatMap(({ documentId }) => queriesOf(usul, documentId))) {
      if (!queries.has(query.field)) queries.set(query.field, query);
    }
    return { sha256, uploads, queries: [...queries.values()] };
  });
}

/**
 * In which order files are read: the one that is shown first, then those that have most to prove.
 */
export function readingOrder(
  documents: readonly CaseDocument[],
  shown: string | null,
): readonly CaseDocument[] {
  const rank = ({ sha256, queries }: CaseDocument): number =>
    sha256 === shown ? Infinity : queries.length;
  return documents.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

/** What is kept of queries beside a reading that was made for them. */
export function soughtValuesOf(queries: readonly FieldQuery[]): readonly string[] {
  return [...new Set(queries.map(({ kind, value }) => `${kind} ${value}`))];
}

function isFinal(reading: StoredReadingContent['reading']): boolean {
  return reading.failure !== null && !isToTryAgain(reading);
}

/** Whether the file was read up to that page, or to its end, or cannot be read. */
export function reaches({ reading }: StoredReadingContent, pages: number): boolean {
  return isFinal(reading) || reachOf(reading) >= pages;
}

/** Whether reading the file again, up to that page and for these queries, would find out nothing more. */
export function isReadFor(
  content: StoredReadingContent,
  queries: readonly FieldQuery[],
  pages: number,
): boolean {
  const { reading, soughtValues } = content;
  if (isFinal(reading)) return true;
  const known = new Set(soughtValues);
  return reaches(content, pages) && soughtValuesOf(queries).every((value) => known.has(value));
}
