import type { DocumentReading, PageReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { type JudgedPlace, judgedPlaces } from '#renderer/evidence/matching/judged-places.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';

/** Below this mean confidence a page has words that a cleaned image may show. */
const poor = 85;

/**
 * Pages (from 1) whose image should be read once more, cleaned: where a value was not read as it is proposed, or, for a
 * value that stands nowhere, where the page as a whole was read poorly. Pages that were read cleaned are left out.
 */
export function needsCleaning(
  queries: readonly FieldQuery[],
  reading: DocumentReading,
): readonly number[] {
  const pages = streamsOf(reading).filter(({ page }) => {
    const passes = page.readings.map(({ pass }) => pass);
    return passes.includes('gambar') && !passes.includes('gambar_dibersihkan');
  });
  if (pages.length === 0) return [];
  const all = streamsOf(reading);
  const wanted = new Set<number>();
  for (const query of queries) {
    const places = judgedPlaces(query, all);
    if (places.some(isReadAsProposed)) continue;
    const page = places[0]?.candidate.page.page.page;
    if (page !== undefined) wanted.add(page);
    for (const { page: each } of pages)
      if (confidenceOf(each.readings) < poor) wanted.add(each.page);
  }
  return pages.map(({ page }) => page.page).filter((page) => wanted.has(page));
}

/** Found already, or waiting for the enlarged re-reading that is due first. */
function isReadAsProposed({ best, certain, elsewhere, candidate }: JudgedPlace): boolean {
  if (elsewhere !== null) return false;
  const reread = candidate.page.page.readings.some(({ pass }) => pass === 'potongan');
  return certain || (best.agreement === 'sama' && !reread);
}

function confidenceOf(readings: readonly PageReading[]): number {
  const words = readings.flatMap(({ words: each }) => each);
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
}
