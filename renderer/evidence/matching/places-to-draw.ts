import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { Candidate } from '#renderer/evidence/matching/candidates.ts';
import { contradictionOf } from '#renderer/evidence/matching/contradiction.ts';
import { type DoubtfulPlace, piecesAround } from '#renderer/evidence/matching/doubtful-places.ts';
import { isAround, mayHideOther, timesDrawn } from '#renderer/evidence/matching/drawn-print.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { judgedPlaces } from '#renderer/evidence/matching/judged-places.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';

/** How often the drawn page is read at a place before the text layer counts as belied there. */
const enough = 3;

/**
 * Places of text layers where the drawn page must be read before a value there counts for or against what is proposed:
 * the best of each value. Asked again after each round, it names what the page did not show the first time.
 */
export function placesToDraw(
  queries: readonly FieldQuery[],
  reading: DocumentReading,
): readonly DoubtfulPlace[] {
  const places: DoubtfulPlace[] = [];
  for (const candidate of unshown(queries, reading)) {
    const { page, shown } = candidate.page;
    for (const box of piecesAround(candidate.witnesses[0]!, page, 1)) {
      const next = { page: page.page, box: shown(box), times: timesDrawn(box, page) };
      if (next.times < enough && !places.some((known) => isSame(known, next))) places.push(next);
    }
  }
  return places;
}

/** Pages whose drawing shows, or hides, something else than their text layer says, however often it was read. */
export function beliedPages(
  queries: readonly FieldQuery[],
  reading: DocumentReading,
): readonly number[] {
  const belied = unshown(queries, reading)
    .filter(({ page, witnesses }) =>
      witnesses[0]!.boxes.every((box) => timesDrawn(box, page.page) >= enough),
    )
    .filter(mayHideOther);
  return [...new Set(belied.map(({ page }) => page.page.page))];
}

/**
 * The best place of each value, and that of another value at its label, where it stands in a text layer and the drawn page
 * was not seen to show it.
 */
function unshown(queries: readonly FieldQuery[], reading: DocumentReading): readonly Candidate[] {
  const pages = streamsOf(reading);
  return queries.flatMap((query) => {
    const places = judgedPlaces(query, pages);
    const [best] = places;
    const own = best && !best.shown && best.elsewhere === null ? [best.candidate] : [];
    const other = contradictionOf(query, places, pages);
    return other && !other.shown ? [...own, other.candidate] : own;
  });
}

function isSame(one: DoubtfulPlace, other: DoubtfulPlace): boolean {
  return one.page === other.page && isAround(one.box, other.box);
}
