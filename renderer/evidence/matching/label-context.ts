import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery, ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { labelEnds, olderWords } from '#renderer/evidence/matching/label-occurrences.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { covers } from '#renderer/evidence/matching/place-overlap.ts';
import { type LabelFamily, labelFamilies } from '#renderer/evidence/matching/printed-labels.ts';
import { type ReadingStream, plainOf } from '#renderer/evidence/matching/reading-stream.ts';

/** A label by which a value may be told. */
export interface KnownLabel {
  readonly spelling: string;
  readonly plain: string;
  /** Whether it says which field it is ("TMT"), not only what kind of value ("Tanggal", "Nomor"). */
  readonly telling: boolean;
}

/** A label that stands before a place; `rank` 0 is the most telling of the query's own. */
export interface StandingLabel extends KnownLabel {
  readonly rank: number;
  /** Letters between the label and the place. */
  readonly distance: number;
}

/** What the labels say of a place: the query's own best one, and another field's where that decides. */
export interface PlaceContext {
  readonly own: StandingLabel | null;
  readonly foreign: StandingLabel | null;
}

/**
 * The labels of a query: its own with all spellings of what they mean, those of other fields of its kind, and those of the
 * value before.
 */
export interface QueryLabels {
  readonly own: readonly KnownLabel[];
  readonly foreign: readonly KnownLabel[];
  readonly older: readonly KnownLabel[];
}

/** Letters before a place among which its label is looked for. */
const reach = 60;
/** The same in heights of a line: a label may stand over its value, with a line or two between. */
const mostLines = 6;
/** Nearer for titles, of which a paper speaks elsewhere too ("hak yang melekat pada gelar tersebut"), and for names in lists. */
const reachOf: Partial<Record<ValueKind, number>> = { gelar: 25, nama: 40 };
/** A shorter number may stand anywhere. */
const shortestNumber = 5;
/** A label that tells only the kind of value gives way to another field's label that stands this close before it. */
const overruled = 30;

const groupOf: Readonly<Record<ValueKind, LabelFamily['of'] | null>> = {
  tanggal: 'tanggal',
  bulan: null,
  tahun: null,
  golongan: 'golongan',
  angka: 'angka',
  uang: 'angka',
  nomor: null,
  nip: null,
  nik: 'nik',
  nama: 'nama',
  gelar: null,
  teks: 'teks',
};

/** What looks like a value of the kind: a label does not reach over it into the next line. */
const valueLike: Readonly<Partial<Record<LabelFamily['of'], RegExp>>> = {
  tanggal: /\d{4}/,
  golongan: /\b[IV]{1,3}\s?\/\s?[a-e]\b/i,
  angka: /\d/,
  nik: /\d{12}/,
  teks: /ekspektasi|\bbaik\b/i,
};

interface Family {
  readonly of: LabelFamily['of'];
  readonly labels: readonly KnownLabel[];
}

const families: readonly Family[] = labelFamilies.map(({ of, spellings }) => ({
  of,
  labels: spellings.map((spelling) => ({
    spelling,
    plain: plainOf(spelling).text,
    telling: true,
  })),
}));

/** The labels that count for a query; before a date the number of its letter tells more than any word. */
export function labelsOfQuery(query: FieldQuery): QueryLabels {
  const words = wordsOfQuery(query);
  const number = plainOf(query.letter ?? '').text;
  const letter = { spelling: query.letter ?? '', plain: number, telling: true };
  return number.length < shortestNumber ? words : { ...words, own: [letter, ...words.own] };
}

function wordsOfQuery(query: FieldQuery): QueryLabels {
  const given = query.labels.map((spelling) => ({ spelling, plain: plainOf(spelling).text }));
  const related = families.filter(({ labels }) =>
    given.slice(0, 2).some(({ plain }) => labels.some((label) => label.plain === plain)),
  );
  const all = [...given, ...related.flatMap(({ labels }) => labels)];
  const own = all
    .filter(({ plain }, at) => plain !== '' && all.findIndex((one) => one.plain === plain) === at)
    .map((label) => ({ ...label, telling: isTelling(label.plain) }));
  const foreign = families
    .filter(({ of }) => of === groupOf[query.kind])
    .flatMap(({ labels }) => labels)
    .filter(({ plain }) => !own.some((label) => label.plain.includes(plain)));
  const older = own.flatMap(olderOf).filter(({ plain }) => own.every((one) => one.plain !== plain));
  return { own, foreign, older };
}

/** The labels of the value before, made of one of the field's own. */
function olderOf({ spelling, plain }: KnownLabel): KnownLabel[] {
  return olderWords.map((word) => ({
    spelling: `${spelling} ${word}`,
    plain: plain + word.replaceAll(' ', ''),
    telling: false,
  }));
}

function isTelling(plain: string): boolean {
  return families.some(({ labels }) => labels.some((label) => label.plain === plain));
}

/**
 * What stands before a place, by all whole readings of its page. Rows across the page overrule the order in which a reading
 * gave its words; a label that says only the kind of value gives way to any other.
 */
export function contextOf(
  kind: ValueKind,
  labels: QueryLabels,
  boxes: readonly PageBox[],
  { context, rows }: PageStreams,
): PlaceContext {
  const contexts = context.flatMap((stream) => {
    const at = positionOf(stream, boxes);
    return at === undefined ? [] : [{ stream, ...contextIn(kind, stream, at, labels) }];
  });
  const byRow = contexts.filter(({ stream }) => rows.includes(stream));
  const own = nearest(contexts.map((each) => each.own));
  const foreign = nearest(contexts.map((each) => each.foreign));
  const inRow = {
    own: nearest(byRow.map((each) => each.own)),
    foreign: nearest(byRow.map((each) => each.foreign)),
  };
  const tellsMore = foreign?.telling === true && own?.telling === false;
  const givesWay = own && foreign && (tellsMore || (inRow.foreign && !inRow.own));
  return givesWay ? { own: null, foreign } : { own, foreign };
}

function nearest(found: readonly (StandingLabel | null)[]): StandingLabel | null {
  return (
    found
      .filter((label) => label !== null)
      .toSorted((one, other) => one.rank - other.rank || one.distance - other.distance)[0] ?? null
  );
}

function contextIn(
  kind: ValueKind,
  stream: ReadingStream,
  at: number,
  { own, foreign, older }: QueryLabels,
): PlaceContext {
  const stand = (labels: readonly KnownLabel[], loosely: boolean): StandingLabel[] =>
    labels.flatMap((label, rank) => {
      const end = labelEnds(label, stream, loosely).findLast((position) => position <= at);
      const distance = end === undefined ? Infinity : at - end;
      const far = distance > (reachOf[kind] ?? reach);
      if (far || isCut(kind, stream, at, distance) || !isNear(stream, end!, at)) return [];
      return [{ ...label, rank, distance }];
    });
  const others = [...stand(foreign, kind === 'tanggal'), ...stand(older, false)].toSorted(
    (one, next) => one.distance - next.distance || next.plain.length - one.plain.length,
  );
  const mine = stand(own, true).filter((label) => !others.some((other) => overrules(other, label)));
  const behind = standsBehind(kind, stream, at, own);
  const signed = others.length === 0 ? signedAt(kind, stream, at, own) : [];
  const best =
    [...mine, ...behind, ...signed].toSorted((one, next) => one.rank - next.rank)[0] ?? null;
  return { own: best, foreign: best ? null : (others[0] ?? null) };
}

/** Whether another field's label is the one that a place belongs to, although one of its own stands there too. */
function overrules(other: StandingLabel, own: StandingLabel): boolean {
  return (
    other.distance < own.distance ||
    (other.distance === own.distance && other.plain.includes(own.plain)) ||
    (!own.telling && other.telling && other.distance <= own.distance + own.plain.length + overruled)
  );
}

/** The place of signing that begins a line: "Jakarta, 14 Agustus 2025". */
const placeOfSigning = /(?:^|\n)((?:\p{Lu}[\p{L}.]+ ?){1,3}),\s*(?:tanggal\s*)?$/u;

/** Where a paper has no words for it, the day of signing stands behind the place. */
function signedAt(
  kind: ValueKind,
  stream: ReadingStream,
  at: number,
  own: readonly KnownLabel[],
): StandingLabel[] {
  if (kind !== 'tanggal' || !own.some(({ spelling }) => spelling === 'ditetapkan di')) return [];
  const from = stream.rawAt[at]!;
  const place = placeOfSigning.exec(stream.raw.slice(Math.max(0, from - 50), from))?.[1];
  if (place === undefined) return [];
  return [{ spelling: place, plain: '', telling: false, rank: own.length, distance: 0 }];
}

/** A value of the kind and what follows it, for kinds whose label may stand there. */
const leading: Readonly<Partial<Record<ValueKind, RegExp>>> = {
  angka: /^[\d.,]+\s*(?:\([^)]*\))?\s*(.*)/su,
  tanggal: /^\d{1,2}\s\p{L}+\s\d{4}\s+(telah.*)/su,
};

/**
 * What a number counts stands behind it: "905 (sembilan ratus lima) jam pelajaran"; so does what happened on a day: "pada
 * tanggal 16 Mei 2024 telah lahir".
 */
function standsBehind(
  kind: ValueKind,
  stream: ReadingStream,
  at: number,
  own: readonly KnownLabel[],
): StandingLabel[] {
  const itself = leading[kind];
  if (!itself) return [];
  const raw = stream.raw.slice(stream.rawAt[at], stream.rawAt[at]! + 140);
  const after = itself.exec(raw)?.[1] ?? '';
  const plain = plainOf(after.slice(0, 40)).text;
  return own.flatMap((label, rank) =>
    plain.startsWith(label.plain) ? [{ ...label, rank, distance: 0 }] : [],
  );
}

/**
 * Whether what ends before `end` stands within a few lines of what begins at `at`: a text read by blocks may go on at the
 * other end of the page.
 */
export function isNear(stream: ReadingStream, end: number, at: number): boolean {
  const [label, place] = [end - 1, at].map((index) => {
    const word = stream.wordAt[stream.rawAt[index]!]!;
    return stream.words[word]!.box;
  });
  const height = Math.max(label![3] - label![1], place![3] - place![1]);
  return Math.abs(place![1] - label![1]) <= height * mostLines;
}

/** Whether another value stands between a label and the place, in a line before the place's own. */
function isCut(kind: ValueKind, stream: ReadingStream, at: number, distance: number): boolean {
  const group = groupOf[kind];
  const other = group && valueLike[group];
  if (!other) return false;
  const between = stream.raw.slice(stream.rawAt[at - distance] ?? 0, stream.rawAt[at]);
  const lastBreak = between.lastIndexOf('\n');
  return lastBreak >= 0 && other.test(between.slice(0, lastBreak));
}

/** Index in the stream's `text` where the place begins; undefined where the stream has nothing there. */
export function positionOf(stream: ReadingStream, boxes: readonly PageBox[]): number | undefined {
  const place = boxes[0];
  const first = place ? stream.words.findIndex(({ box }) => covers(box, place)) : -1;
  return first < 0 ? undefined : textIndexOf(stream, stream.rawStart[first]!);
}

/** Index in `text` of the first letter at or after an index of `raw`. */
function textIndexOf({ rawAt }: ReadingStream, raw: number): number | undefined {
  let [low, high] = [0, rawAt.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rawAt[middle]! < raw) low = middle + 1;
    else high = middle;
  }
  return low < rawAt.length ? low : undefined;
}
