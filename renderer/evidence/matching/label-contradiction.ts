import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import {
  type KnownLabel,
  type QueryLabels,
  type StandingLabel,
  isNear,
  positionOf,
} from '#renderer/evidence/matching/label-context.ts';
import { labelEnds } from '#renderer/evidence/matching/label-occurrences.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { isOfAnother } from '#renderer/evidence/matching/person-parts.ts';
import {
  type ReadingStream,
  placeOf,
  plainOf,
} from '#renderer/evidence/matching/reading-stream.ts';
import {
  readerOf,
  type ReadBeginning,
  type ValueReader,
} from '#renderer/evidence/matching/values/read-behind.ts';

/** Below this one reading alone does not say what stands there. */
const readable = 60;
/** Letters between a label and the value right behind it. */
const rightBehind = 30;

/** Another value that stands right behind a telling label of the field. */
export interface OtherAtLabel {
  readonly label: KnownLabel;
  readonly page: PageStreams;
  /** In the plain form of the kind, like `FieldQuery.value`. */
  readonly value: string;
  readonly boxes: readonly PageBox[];
  readonly printed: string;
  /** No further value stands behind the same label, and the wanted one behind none. */
  readonly only: boolean;
}

/**
 * What stands right behind the most telling label of the query ("lahir di", the number of a letter) where that is another
 * value of the kind; null where there is none, or where such a label stands before the value itself. The value is then
 * another field's wherever it stands without such a label.
 */
export function otherAtLabel(
  query: FieldQuery,
  { own }: QueryLabels,
  pages: readonly PageStreams[],
): OtherAtLabel | null {
  const reader = readerOf(query);
  if (!reader) return null;
  const { wanted } = reader;
  const sharp = pages.filter(({ page }) => page.quality.level === 'baik');
  const said = own
    .filter(({ telling }) => telling)
    .map((label) => ({
      label,
      values: sharp
        .flatMap((page) => saidBehind(page, label, reader))
        .filter(({ page, boxes }) => !isOfAnother(query, boxes, page)),
    }));
  const saysIt = said.findIndex(({ values }) => values.some(({ value }) => value === wanted));
  const at = said.findIndex(({ values }) => values.some(({ clear }) => clear));
  if (at < 0 || (saysIt >= 0 && saysIt <= at)) return null;
  const { label, values } = said[at]!;
  const clear = values.find((one) => one.clear)!;
  const only = saysIt < 0 && new Set(values.map(({ value }) => value)).size === 1;
  return { label, ...clear, only };
}

/** What stands behind a label; `clear` where one reading is sure of it or a second says the same. */
interface Said extends Omit<OtherAtLabel, 'label' | 'only'> {
  readonly clear: boolean;
}

function saidBehind(page: PageStreams, label: KnownLabel, { read, counts }: ValueReader): Said[] {
  const { context } = page;
  return context.flatMap((stream) =>
    labelEnds(label, stream, true).flatMap((end): Said[] => {
      if (counts && standsBehindNumber(label, stream, end)) return [];
      const found = valueBehind(stream, end, read);
      if (!found) return [];
      const { value, boxes, printed, confidence } = found;
      if (counts && standsAside(label, stream, end, boxes)) return [];
      const again = context.some(
        ({ reading, text }) => reading !== stream.reading && text.includes(value),
      );
      return [{ page, value, boxes, printed, clear: again || confidence >= readable }];
    }),
  );
}

/** "40 JP": what such a label counts stands before it. */
function standsBehindNumber({ plain }: KnownLabel, stream: ReadingStream, end: number): boolean {
  const start = stream.rawAt[Math.max(0, end - plain.length)]!;
  return /(?<![\d.,])\d+(?:[.,]\d+)*[^\S\n]?(?:\([^)]*\)[^\S\n]?)?$/.test(
    stream.raw.slice(Math.max(0, start - 60), start),
  );
}

/** Whether a number stands on a line below its label and not below the label itself, however its page was read. */
export function isAside(
  label: StandingLabel,
  boxes: readonly PageBox[],
  { context }: PageStreams,
): boolean {
  const asides = context.flatMap((stream) => {
    const at = positionOf(stream, boxes) ?? -1;
    const ends = labelEnds(label, stream, true).filter((end) => at - end === label.distance);
    return ends.map((end) => standsAside(label, stream, end, boxes));
  });
  return asides.length > 0 && asides.every(Boolean);
}

/**
 * The number of a list's next row, say, behind the head of its last column: on a line below a label of numbers, and not
 * below it.
 */
function standsAside(
  { plain }: KnownLabel,
  stream: ReadingStream,
  end: number,
  [value]: readonly PageBox[],
): boolean {
  const [first, last] = [Math.max(0, end - plain.length), end - 1].map(
    (index) => stream.words[stream.wordAt[stream.rawAt[index]!]!]!.box,
  );
  if (!value || !first || !last) return false;
  const isBelow = value[1] - last[1] > (last[3] - last[1]) / 2;
  return isBelow && (value[2] <= Math.min(first[0], last[0]) || value[0] >= last[2]);
}

function valueBehind(
  stream: ReadingStream,
  end: number,
  read: (text: string) => ReadBeginning | undefined,
): (ReturnType<typeof placeOf> & { readonly value: string }) | undefined {
  const from = stream.rawAt[end - 1]! + 1;
  const found = read(stream.raw.slice(from, from + rightBehind * 3));
  if (!found) return undefined;
  const at = end + plainOf(stream.raw.slice(from, from + found.start)).text.length;
  if (at - end > rightBehind || at >= stream.rawAt.length || !isNear(stream, end, at))
    return undefined;
  return {
    value: found.value,
    ...placeOf(stream, from + found.start, from + found.end),
  };
}
