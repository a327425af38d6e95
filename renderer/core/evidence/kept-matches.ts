import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import type { EvidenceMatcher } from '#renderer/workers/matching/client.ts';
import { succeed } from '#shared/kernel/result.ts';

/** Results that are kept: as many documents as anybody goes back to. */
const mostKept = 200;

/**
 * Comparing that remembers what it found, so that opening an usul again costs nothing. It holds values of people: let it
 * go with the sitting.
 */
export function keepMatches(match: EvidenceMatcher['match']): EvidenceMatcher['match'] {
  const kept = new Map<string, readonly FieldEvidence[]>();
  return async (queries, reading, signal) => {
    const key = JSON.stringify([extentOf(reading), queries]);
    const before = kept.get(key);
    const found = before ? succeed(before) : await match(queries, reading, signal);
    if (!found.ok) return found;
    // The latest stands last; the one that was longest without use goes first.
    kept.delete(key);
    kept.set(key, found.value);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

/** Tells readings of a document apart: one that was gone on with says more, or says it with more certainty. */
function extentOf({ sha256, engine, failure, pages }: DocumentReading): unknown {
  const extents = pages.map(({ page, quality, readings }) => [
    page,
    quality.level,
    ...readings.map(({ pass, words }) => [
      pass,
      words.map(({ text }) => text).join(' '),
      words.reduce((sum, { confidence }) => sum + confidence, 0),
    ]),
  ]);
  return [sha256, engine, failure, extents];
}
