import type { FieldQuery, ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import {
  type KnownLabel,
  type QueryLabels,
  isNear,
} from '#renderer/evidence/matching/label-context.ts';
import { labelEnds } from '#renderer/evidence/matching/label-occurrences.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import {
  type ReadingStream,
  placeOf,
  plainOf,
} from '#renderer/evidence/matching/reading-stream.ts';
import { bareName } from '#renderer/evidence/matching/values/person-names.ts';
import { datesIn } from '#renderer/evidence/matching/values/printed-dates.ts';

/** Below this one reading alone does not say what stands there. */
const readable = 60;
/** Letters between a label and the value right behind it. */
const rightBehind = 30;

/**
 * The most telling label of the query ("lahir di", the number of a letter) that has another value of the kind right behind
 * it; null where there is none, or where such a label stands before the value itself. The value is then another field's
 * wherever it stands without such a label.
 */
export function labelOfOther(
  query: FieldQuery,
  { own }: QueryLabels,
  pages: readonly PageStreams[],
): KnownLabel | null {
  const read = readers[query.kind];
  const wanted = read?.(query.value)?.value;
  if (!read || wanted === undefined) return null;
  const sharp = pages.filter(({ page }) => page.quality.level === 'baik');
  for (const label of own.filter(({ telling }) => telling)) {
    const said = sharp.flatMap((page) => saidBehind(page, label, read));
    if (said.some(({ value }) => value === wanted)) return null;
    if (said.some(({ clear }) => clear)) return label;
  }
  return null;
}

/** What stands behind a label; `clear` where one reading is sure of it or a second says the same. */
interface Said {
  readonly value: string;
  readonly clear: boolean;
}

function saidBehind(
  { context }: PageStreams,
  label: KnownLabel,
  read: (text: string) => Beginning | undefined,
): Said[] {
  return context.flatMap((stream) =>
    labelEnds(label, stream, true).flatMap((end): Said[] => {
      const found = valueBehind(stream, end, read);
      if (!found) return [];
      const again = context.some(
        ({ reading, text }) => reading !== stream.reading && text.includes(found.value),
      );
      return [{ value: found.value, clear: again || found.confidence >= readable }];
    }),
  );
}

/** A value that begins a text, in a form to be compared, and where it stands in it. */
interface Beginning {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const readers: Partial<Record<ValueKind, (text: string) => Beginning | undefined>> = {
  tanggal: (text) => {
    const date = datesIn(text).toSorted((one, other) => one.start - other.start)[0];
    if (!date?.certain) return undefined;
    const { start, end, year, month, day } = date;
    return { value: [year, month, day].join('-'), start, end };
  },
  nik: (text) => digits(text, 16),
  nip: (text) => digits(text, 18),
  nama: (text) => {
    const match = /^[^\p{L}\n]{0,6}(\p{Lu}[\p{L}'.]+(?: \p{Lu}[\p{L}'.]+)*)/u.exec(text);
    // Two words, or two that were read as one.
    if (!match || match[1]!.length < 8) return undefined;
    const end = match[0].length;
    return { value: plainOf(bareName(match[1]!)).text, start: end - match[1]!.length, end };
  },
};

function digits(text: string, length: number): Beginning | undefined {
  const match = /(?<![\p{L}\p{N}])\d(?:[ .-]?\d)*(?![\p{L}\p{N}])/u.exec(text);
  const value = match?.[0].replaceAll(/\D/g, '');
  if (!match || value?.length !== length) return undefined;
  return { value, start: match.index, end: match.index + match[0].length };
}

function valueBehind(
  stream: ReadingStream,
  end: number,
  read: (text: string) => Beginning | undefined,
): { readonly value: string; readonly confidence: number } | undefined {
  const from = stream.rawAt[end - 1]! + 1;
  const found = read(stream.raw.slice(from, from + rightBehind * 3));
  if (!found) return undefined;
  const at = end + plainOf(stream.raw.slice(from, from + found.start)).text.length;
  if (at - end > rightBehind || at >= stream.rawAt.length || !isNear(stream, end, at))
    return undefined;
  const { confidence } = placeOf(stream, from + found.start, from + found.end);
  return { value: found.value, confidence };
}
