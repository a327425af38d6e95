import type { DocumentReading, PageBox } from '#shared/domain/matching/document-reading.ts';
import type { FieldQuery } from '#shared/domain/matching/field-evidence.ts';
import { type JudgedPlace, judgedPlaces } from '#shared/domain/matching/judged-places.ts';
import { type PageStreams, streamsOf } from '#shared/domain/matching/page-streams.ts';
import { covers } from '#shared/domain/matching/place-overlap.ts';

/** A part of a page that is worth reading again, enlarged: one line or a part of one, with a margin. */
export interface DoubtfulPlace {
  readonly page: number;
  readonly box: PageBox;
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
        const next = { page: place.candidate.page.page.page, box };
        if (!isRead(box, place.candidate.page) && !places.some((known) => same(known, next))) {
          places.push(next);
        }
      }
    }
  }
  return places;
}

/** Parts of lines narrower than this many heights are widened: two digits alone are harder to read than in their line. */
const leastWidth = 12;

/** A little wider than the value, so that its neighbours show where it ends. */
function boxesOf({ best, candidate }: JudgedPlace): PageBox[] {
  const { width, height } = candidate.page.page;
  return best.boxes.map(([left, top, right, bottom]): PageBox => {
    const tall = bottom - top;
    const wide = (tall * height) / width;
    const missing = Math.max(0, wide * leastWidth - (right - left));
    return [
      Math.max(0, left - wide * 1.5 - missing * 0.7),
      Math.max(0, top - tall * 0.35),
      Math.min(1, right + wide * 1.5 + missing * 0.3),
      Math.min(1, bottom + tall * 0.35),
    ];
  });
}

function isRead(box: PageBox, { page }: PageStreams): boolean {
  const times = page.readings.filter(
    ({ pass, words }) => pass === 'potongan' && words.some((word) => covers(word.box, box)),
  );
  return times.length >= enough;
}

function same(one: DoubtfulPlace, other: DoubtfulPlace): boolean {
  return one.page === other.page && covers(one.box, other.box);
}
