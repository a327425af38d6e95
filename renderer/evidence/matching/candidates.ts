import type { PageBox, PageReading } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { samePlace } from '#renderer/evidence/matching/place-overlap.ts';
import { placeOf } from '#renderer/evidence/matching/reading-stream.ts';
import { finders } from '#renderer/evidence/matching/values/find-values.ts';
import type { Agreement, PlainPair } from '#renderer/evidence/matching/values/value-span.ts';

/** What one reading of a page says at one place. */
export interface Witness {
  readonly reading: number;
  readonly pass: PageReading['pass'];
  readonly boxes: readonly PageBox[];
  /** What stands in each box. */
  readonly lines: readonly string[];
  readonly printed: string;
  readonly confidence: number;
  readonly agreement: Agreement;
  readonly distance: number;
  readonly support: boolean | null;
  readonly plain: PlainPair | null;
  readonly other: string | null;
}

/** A place of a page where a value may stand, with what each reading says of it, the best witness first. */
export interface Candidate {
  readonly page: PageStreams;
  readonly witnesses: readonly Witness[];
}

/** Nothing further from the value than this is worth showing. */
const farthest = 0.45;
/** Words resemble each other by accident sooner than figures do. */
const farthestText = 0.34;
const order: Readonly<Record<Agreement, number>> = { sama: 0, samar: 1, beda: 2 };

/** Places of a page where a value, or something like it, stands. */
export function candidatesOn(query: FieldQuery, page: PageStreams): Candidate[] {
  const found = page.searched
    .flatMap((stream) =>
      finders[query.kind](query, stream)
        .filter(({ distance }) => distance <= (query.kind === 'teks' ? farthestText : farthest))
        .map((span): Witness => {
          const { boxes, lines, printed, confidence } = placeOf(stream, span.start, span.end);
          const { agreement, distance, support, plain, other } = span;
          const { reading, pass } = stream;
          const place = { reading, pass, boxes, lines, printed, confidence };
          return { ...place, agreement, distance, support, plain, other };
        }),
    )
    .filter(({ boxes }) => boxes.length > 0)
    .toSorted(
      (one, other) =>
        order[one.agreement] - order[other.agreement] ||
        one.distance - other.distance ||
        other.confidence - one.confidence,
    );
  const places: Witness[][] = [];
  for (const witness of found) {
    const place = places.find((known) => samePlace(known[0]!.boxes, witness.boxes));
    if (!place) places.push([witness]);
    else if (!place.some(({ reading }) => reading === witness.reading)) place.push(witness);
  }
  return places.map((witnesses) => ({ page, witnesses }));
}
