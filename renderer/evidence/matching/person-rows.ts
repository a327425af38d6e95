import type { PageBox, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { type JudgedPlace, inOrder } from '#renderer/evidence/matching/judged-places.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { samePlace } from '#renderer/evidence/matching/place-overlap.ts';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';

/** Values further apart than this are two values. */
const misread = 0.15;

/** A row of a table of persons: the boxes of its words. */
type PersonRow = readonly PageBox[];

/** A proposed value with the places where it may stand. */
export interface JudgedField {
  readonly query: FieldQuery;
  readonly places: readonly JudgedPlace[];
}

/**
 * Values of one person (`person` of the query) stand in one row of a table of persons. Where they speak for a row, a value
 * that stands only elsewhere on that page is somebody else's: the birth date of a sibling, the name of the head of the
 * family. The fields come back in their order.
 */
export function tiedToRows(
  fields: readonly JudgedField[],
  pages: readonly PageStreams[],
): readonly JudgedField[] {
  const persons = new Set(fields.flatMap(({ query }) => query.person ?? []));
  let tied = fields;
  for (const person of persons) {
    for (const page of pages) {
      const own = tied.filter(({ query }) => query.person === person);
      const row = rowOfMost(
        own.map(({ query, places }) => ({
          query,
          places: places.filter((one) => isOn(one, page)),
        })),
        personRows(page),
      );
      if (!row) continue;
      tied = tied.map((field) =>
        own.includes(field)
          ? { query: field.query, places: withoutOthers(field, page, row) }
          : field,
      );
    }
  }
  return tied;
}

function isOn({ candidate }: JudgedPlace, page: PageStreams): boolean {
  return candidate.page === page;
}

/** A row that is a person's; `sure` where two values say so. */
interface OwnRow {
  readonly boxes: PersonRow;
  readonly sure: boolean;
}

const sureVotes = 2;

/** The row for which more of the values speak than for any other. */
function rowOfMost(fields: readonly JudgedField[], rows: readonly PersonRow[]): OwnRow | undefined {
  const counted = rows
    .map((row) => ({ row, votes: fields.reduce((sum, field) => sum + voteFor(row, field), 0) }))
    .toSorted((one, other) => other.votes - one.votes);
  const [first, second] = counted;
  if (!first || first.votes <= (second?.votes ?? 0)) return undefined;
  return { boxes: first.row, sure: first.votes >= sureVotes };
}

/** A NIK is one person's alone: it outweighs a name or a date, not both. Misread in a figure or two it still stands there. */
function voteFor(row: PersonRow, { query, places }: JudgedField): number {
  const stands = places.some(({ best }) => best.agreement !== 'beda');
  const there = places.some(
    ({ best }) =>
      (stands ? best.agreement !== 'beda' : best.distance < misread) && samePlace(best.boxes, row),
  );
  return there ? (query.kind === 'nik' ? 1.5 : 1) : 0;
}

/** A row has one NIK and one birth date: what stands there in their place is the person's too. */
const onceInRow: readonly FieldQuery['kind'][] = ['nik', 'tanggal'];

function withoutOthers(
  { query, places }: JudgedField,
  page: PageStreams,
  { boxes, sure }: OwnRow,
): readonly JudgedPlace[] {
  return inOrder(
    places.map((place): JudgedPlace => {
      if (place.elsewhere !== null || !isOn(place, page)) return place;
      if (!samePlace(place.best.boxes, boxes)) return { ...place, elsewhere: 'kolom_lain' };
      return sure && onceInRow.includes(query.kind) ? { ...place, inOwnRow: true } : place;
    }),
  );
}

const known = new WeakMap<PageStreams, readonly PersonRow[]>();

/** Rows of persons by the reading that has most of them; one alone is no table. */
function personRows(page: PageStreams): readonly PersonRow[] {
  const made = known.get(page);
  if (made) return made;
  const tables = page.rows.map((stream) => linesOf(stream).filter(isPerson));
  const largest = tables.toSorted((one, other) => other.length - one.length)[0] ?? [];
  const rows = largest.length < 2 ? [] : largest.map((words) => words.map(({ box }) => box));
  known.set(page, rows);
  return rows;
}

function linesOf({ words }: ReadingStream): readonly (readonly ReadWord[])[] {
  const lines = new Map<number, ReadWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return [...lines.values()];
}

/** A NIK and a date, though some of their digits were taken for letters or lost: small print between ruled lines. */
function isPerson(words: readonly ReadWord[]): boolean {
  const number = words.find(
    ({ text }) => text.length >= 13 && text.replaceAll(/\D/g, '').length >= 10,
  );
  const others = words.filter((word) => word !== number).map(({ text }) => text);
  return number !== undefined && dateLike.test(others.join(' '));
}

const dateLike = /(?<!\d)\d{1,2}[^\d\p{L}]{0,3}\d{2}[^\d\p{L}]{0,3}(?:19|20)\d{2}(?!\d)/u;
