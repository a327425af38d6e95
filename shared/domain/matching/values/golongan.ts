import { golonganOf, listCodes } from '#shared/reference/reference-tables.ts';
import { locate } from '#shared/domain/matching/values/locate.ts';
import { plainOf } from '#shared/domain/matching/reading-stream.ts';
import type { ValueFinder, ValueSpan } from '#shared/domain/matching/values/value-span.ts';

const codes = listCodes('golonganPns').map(({ id }) => golonganOf(id)!);
/** The longer names first: "Penata" is the beginning of "Penata Muda Tingkat I". */
const byLength = codes.toSorted((one, other) => other.pangkat.length - one.pangkat.length);
const printed = /(?<![\p{L}\p{N}])([IVXl1|!\]]{1,4})\s?[/\\.\-]\s?([a-eA-E])(?![\p{L}\p{N}])/gu;
const reach = 60;

/**
 * Golongan ruang. Its pangkat, printed beside it more often than not, is the second witness: II/c is read as I/c or IV/c
 * by every engine in some fonts, while "Pengatur" is not.
 */
export const findGolongan: ValueFinder = (query, stream) => {
  const wanted = normal(query.value);
  if (!wanted) return [];
  const spans = Array.from(stream.raw.matchAll(printed), (match): ValueSpan => {
    const [start, end] = [match.index, match.index + match[0].length];
    const read = normal(`${match[1]!}/${match[2]!}`);
    const pangkat = pangkatBeside(stream.raw, start, end);
    const support = pangkat === undefined ? null : pangkat === wanted;
    if (read !== wanted) return { start, end, agreement: 'beda', distance: 0.3, support };
    const sure = /^(?:I{1,3}|IV)$/.test(match[1]!) || /^(?:[Il]{1,3}|[Il]V)$/.test(match[1]!);
    return { start, end, agreement: sure ? 'sama' : 'samar', distance: sure ? 0 : 0.02, support };
  });
  return [...spans, ...misread(wanted, stream, spans)];
};

/** `III/b` of anything that may be read for it; undefined for what is no golongan. */
function normal(text: string): string | undefined {
  const match = /^([IVXl1|!\]]{1,4})\/([a-eA-E])$/.exec(text.trim());
  if (!match) return undefined;
  const roman = match[1]!.replaceAll(/[l1|!\]]/g, 'I');
  return /^(?:I{1,3}|IV)$/.test(roman) ? `${roman}/${match[2]!.toLowerCase()}` : undefined;
}

/** Golongan that the pangkat printed nearest before or behind a place belongs to. */
function pangkatBeside(raw: string, start: number, end: number): string | undefined {
  const before = mentions(raw.slice(Math.max(0, start - reach), start)).at(-1);
  const behind = mentions(raw.slice(end, end + reach)).at(0);
  if (!before || !behind) return (before ?? behind)?.golongan;
  return reach - before.end <= behind.start ? before.golongan : behind.golongan;
}

interface Mention {
  readonly golongan: string;
  readonly start: number;
  readonly end: number;
}

const pangkatPattern = new RegExp(
  byLength
    .map(({ pangkat }) => pangkat.replace(' Tingkat I', String.raw` (?:Tingkat|Tk\.?) ?[I1l]`))
    .map((pattern) => pattern.replaceAll(' ', String.raw`\s*`))
    .map((pattern) => `(${pattern})`)
    .join('|'),
  'giu',
);

function mentions(text: string): Mention[] {
  return Array.from(text.matchAll(pangkatPattern), (match) => {
    const group = match.slice(1).findIndex((part) => part !== undefined);
    return {
      golongan: byLength[group]!.golongan,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** A golongan that was read as some other word ("Mc"), beside its pangkat. */
function misread(
  wanted: string,
  stream: Parameters<ValueFinder>[1],
  spans: readonly ValueSpan[],
): ValueSpan[] {
  const pangkat = codes.find(({ golongan }) => golongan === wanted)?.pangkat;
  if (!pangkat || spans.some(({ support }) => support)) return [];
  return locate(plainOf(pangkat).text, stream, Math.floor(pangkat.length * 0.1)).map(
    ({ start, end, errors }) => ({
      start,
      end,
      agreement: 'beda',
      distance: 0.2 + errors / pangkat.length,
      support: null,
    }),
  );
}
