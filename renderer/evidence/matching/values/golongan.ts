import { golonganOf, listCodes } from '#shared/reference/reference-tables.ts';
import { locate } from '#renderer/evidence/matching/values/locate.ts';
import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';
import type { ValueFinder, ValueSpan } from '#renderer/evidence/matching/values/value-span.ts';

const codes = listCodes('golonganPns').map(({ id }) => golonganOf(id)!);
/** The longer names first: "Penata" is the beginning of "Penata Muda Tingkat I". */
const byLength = codes.toSorted((one, other) => other.pangkat.length - one.pangkat.length);
const clear = /(?<![\p{L}\p{N}!|\][])([IVl]{1,4})\s?\/\s?([a-eA-E])(?![\p{L}\p{N}])/gu;
/** Whatever the strokes and the slash between were taken for. */
const unclear =
  /(?<![\p{L}\p{N}])([IVXl1|!\][itfTHJvY]{1,5}?)\s?[/\\|lIf1.-]?\s?([a-eA-E])(?![\p{L}\p{N}])/gu;
const reach = 60;

/**
 * Golongan ruang. Its pangkat, printed beside it more often than not, is the second witness: II/c is read as I/c or IV/c
 * by every engine in some fonts, while "Pengatur" is not.
 */
export const findGolongan: ValueFinder = (query, stream) => {
  const [strokes, letter] = query.value.trim().split('/');
  const wanted = normal(strokes ?? '', letter ?? '');
  if (!wanted) return [];
  const read = (pattern: RegExp): ValueSpan[] =>
    Array.from(stream.raw.matchAll(pattern), (match): ValueSpan | undefined => {
      const [start, end] = [match.index, match.index + match[0].length];
      const golongan = normal(match[1]!, match[2]!);
      const pangkat = pangkatBeside(stream.raw, start, end);
      const support = pangkat === undefined ? null : pangkat === wanted;
      if (pattern === unclear && (golongan !== wanted || support !== true)) return undefined;
      if (golongan !== wanted) {
        const plain = { wanted, read: match[0] };
        return { start, end, agreement: 'beda', distance: 0.3, support: null, plain };
      }
      const plain = { wanted, read: wanted };
      const agreement = pattern === clear ? 'sama' : 'samar';
      return { start, end, agreement, distance: pattern === clear ? 0 : 0.02, support, plain };
    }).filter((span) => span !== undefined);
  const certain = read(clear);
  const spans = [
    ...certain,
    ...read(unclear).filter(
      ({ start, end }) => !certain.some((one) => one.start < end && start < one.end),
    ),
  ];
  return [...spans, ...misread(wanted, stream, spans)];
};

/** `III/b` of anything that may be read for it; undefined for what is no golongan. */
function normal(strokes: string, letter: string): string | undefined {
  const roman = strokes
    .replaceAll('H', 'II')
    .replaceAll(/[vY]/g, 'V')
    .replaceAll(/[l1|!\][itfTJ]/g, 'I');
  return /^(?:I{1,3}|IV)$/.test(roman) ? `${roman}/${letter.toLowerCase()}` : undefined;
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
    .map(({ pangkat }) =>
      pangkat.replace(' Tingkat I', String.raw` (?:Tingkat|Tk[.,]?) ?[I1l|!\[\]]?`),
    )
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
      // With what stands behind it, so that an enlarged re-reading sees both.
      end: end + (/^[^\S\n]?\S{0,2}[^\S\n]?\S{1,8}/.exec(stream.raw.slice(end))?.[0].length ?? 0),
      agreement: 'beda',
      distance: 0.2 + errors / pangkat.length,
      support: null,
      plain: null,
    }),
  );
}
