import type {
  DocumentReading,
  PageBox,
  ReadPage,
} from '#renderer/evidence/matching/document-reading.ts';
import type { Witness } from '#renderer/evidence/matching/candidates.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { type JudgedPlace, judgedPlaces } from '#renderer/evidence/matching/judged-places.ts';
import { streamsOf } from '#renderer/evidence/matching/page-streams.ts';
import { covers } from '#renderer/evidence/matching/place-overlap.ts';

/** A part of a page that is worth reading again, enlarged: one line or a part of one, with a margin. */
export interface DoubtfulPlace {
  readonly page: number;
  readonly box: PageBox;
  /** How often it was read enlarged: each time it is to be prepared in another way. */
  readonly times: number;
}

/** Places of one value that are read again at most. */
const perValue = 3;
/** Enlarged re-readings of a place, each prepared in another way, after which it is given up. */
const enough = 3;

/**
 * Where an enlarged re-reading would decide whether a value stands there. Asked again after each round of re-reading (each
 * round a `potongan` reading of its own, prepared in another way, for every one is a witness), it names what is still open,
 * until that was read enlarged three times.
 */
export function doubtfulPlaces(
  queries: readonly FieldQuery[],
  reading: DocumentReading,
): readonly DoubtfulPlace[] {
  const pages = streamsOf(reading);
  const places: DoubtfulPlace[] = [];
  for (const query of queries) {
    const judged = judgedPlaces(query, pages);
    if (judged.some(({ certain, elsewhere }) => certain && elsewhere === null)) continue;
    for (const place of judged.slice(0, perValue)) {
      for (const box of boxesOf(place)) {
        const { page, shown } = place.candidate.page;
        const next = { page: page.page, box: shown(box), times: timesRead(box, page) };
        if (next.times < enough && !places.some((known) => same(known, next))) places.push(next);
      }
    }
  }
  return places;
}

/** Parts of lines narrower than this many heights are widened: two digits alone are harder to read than in their line. */
const leastWidth = 12;
const yearAhead = 20;

/**
 * A little wider than the value, so that its neighbours show where it ends; no taller than lines of the page are, because a
 * word that was read together with the lines of its table cell seems to be.
 */
function boxesOf({ best, candidate }: JudgedPlace): PageBox[] {
  const { page } = candidate.page;
  return piecesAround(best, page, lineHeight(page) * 1.25);
}

/** The pieces of a page around what was read, one a line; lines are taken to be no higher than `most`. */
export function piecesAround(
  { boxes, printed }: Pick<Witness, 'boxes' | 'printed'>,
  page: Pick<ReadPage, 'width' | 'height'>,
  most: number,
): PageBox[] {
  return boxes.map(([left, top, right, bottom]): PageBox => {
    const tall = Math.min(bottom - top, most);
    const middle = (top + bottom) / 2;
    const wide = (tall * page.height) / page.width;
    const missing = Math.max(0, wide * leastWidth - (right - left));
    // The first day of "7 Maret s.d. 15 Juli 2022" has its year from the second.
    const year = /^\d{1,2}(?:\s\p{L}+)?$/u.test(printed) ? wide * yearAhead : 0;
    return [
      Math.max(0, left - wide * 1.5 - missing * 0.7),
      Math.max(0, middle - tall * 0.85),
      Math.min(1, right + wide * 1.5 + Math.max(missing * 0.3, year)),
      Math.min(1, middle + tall * 0.85),
    ];
  });
}

/** Height of the page's words, the middle one of all. */
function lineHeight({ readings }: ReadPage): number {
  const heights = readings
    .flatMap(({ words }) => words.map(({ box }) => box[3] - box[1]))
    .toSorted((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

function timesRead(box: PageBox, { readings }: ReadPage): number {
  return readings.filter(
    ({ pass, words, pieces }) =>
      pass === 'potongan' &&
      (pieces ?? words.map((word) => word.box)).some((read) => covers(read, box)),
  ).length;
}

function same(one: DoubtfulPlace, other: DoubtfulPlace): boolean {
  return one.page === other.page && covers(one.box, other.box);
}
