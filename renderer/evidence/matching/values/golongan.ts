import { golonganOf, listCodes } from '#shared/reference/reference-tables.ts';
import { locate } from '#renderer/evidence/matching/values/locate.ts';
import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';
import { findPppkGolongan } from '#renderer/evidence/matching/values/golongan-pppk.ts';
import type { ValueFinder, ValueSpan } from '#renderer/evidence/matching/values/value-span.ts';

const codes = listCodes('golonganPns').map(({ id }) => golonganOf(id)!);
/** The longer names first: "Penata" is the beginning of "Penata Muda Tingkat I". */
const byLength = codes.toSorted((one, other) => other.pangkat.length - one.pangkat.length);
const clear = /(?<![\p{L}\p{N}!|\][])([IVl]{1,4})\s?([/.])\s?([a-eA-E])(?![\p{L}\p{N}])/gu;
/** Whatever the strokes and the slash between were taken for. */
const unclear =
  /(?<![\p{L}\p{N}])([IVXl1|!\][itfTHJvY]{1,5}?)\s?[/\\|lIf1.-]?\s?([a-eA-E])(?![\p{L}\p{N}])/gu;
/** Nothing between, where it is said to be a golongan: "Gol. IIIb". */
const joined =
  /(?<=gol(?:ongan)?\.?\s*(?:ruang)?\s*[:.]?\s*)(?<!\p{L})([IV]{1,4})\s?([a-e])(?![\p{L}\p{N}])/giu;
const reach = 60;

/**
 * Golongan ruang. Its pangkat, printed beside it more often than not, is the second witness: II/c is read as I/c or IV/c
 * by every engine in some fonts, while "Pengatur" is not. Those of PPPK are roman numerals alone.
 */
export const findGolongan: ValueFinder = (query, stream) => {
  const [strokes, letter] = query.value.trim().split(/[/.]/);
  const wanted = normal(strokes ?? '', letter ?? '');
  if (!wanted) return findPppkGolongan(query, stream);
  const certain = clearIn(stream.raw, wanted);
  const spans = [
    ...certain,
    ...[...unclearIn(stream.raw, wanted), ...joinedIn(stream.raw, wanted)].filter(
      ({ start, end }) => !certain.some((one) => one.start < end && start < one.end),
    ),
  ];
  return [...spans, ...misread(wanted, stream, spans)];
};

function clearIn(raw: string, wanted: string): ValueSpan[] {
  return Array.from(raw.matchAll(clear)).flatMap((match): ValueSpan[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const golongan = normal(match[1]!, match[3]!);
    if (golongan === undefined || isSomethingElse(raw, start, end, match[2]!)) return [];
    if (golongan !== wanted) {
      const plain = { wanted, read: match[0] };
      return [
        { start, end, agreement: 'beda', distance: 0.3, support: null, plain, other: golongan },
      ];
    }
    const support = supportOf(raw, start, end, wanted);
    const plain = { wanted, read: wanted };
    return [{ start, end, agreement: 'sama', distance: 0, support, plain, other: null }];
  });
}

/** An eselon has the same form with a point; so has a paragraph ("II.a. Ketentuan"). */
function isSomethingElse(raw: string, start: number, end: number, mark: string): boolean {
  if (/eselon\s*[:.]?\s*$/iu.test(raw.slice(Math.max(0, start - 12), start))) return true;
  return (
    mark === '.' &&
    /(?:^|\n)\s*$/.test(raw.slice(0, start)) &&
    /^[.)]?\s+\p{Lu}/u.test(raw.slice(end))
  );
}

function unclearIn(raw: string, wanted: string): ValueSpan[] {
  return Array.from(raw.matchAll(unclear)).flatMap((match): ValueSpan[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (normal(match[1]!, match[2]!) !== wanted) return [];
    const support = supportOf(raw, start, end, wanted);
    if (support !== true) return [];
    const plain = { wanted, read: wanted };
    return [{ start, end, agreement: 'samar', distance: 0.02, support, plain, other: null }];
  });
}

function joinedIn(raw: string, wanted: string): ValueSpan[] {
  return Array.from(raw.matchAll(joined)).flatMap((match): ValueSpan[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (normal(match[1]!.toUpperCase(), match[2]!) !== wanted) return [];
    const support = supportOf(raw, start, end, wanted);
    const plain = { wanted, read: wanted };
    return [{ start, end, agreement: 'samar', distance: 0.02, support, plain, other: null }];
  });
}

function supportOf(raw: string, start: number, end: number, wanted: string): boolean | null {
  const pangkat = pangkatBeside(raw, start, end, wanted);
  return pangkat === undefined ? null : pangkat === wanted;
}

/** `III/b` of anything that may be read for it; undefined for what is no golongan. */
function normal(strokes: string, letter: string): string | undefined {
  if (!/^[a-eA-E]$/.test(letter.trim())) return undefined;
  const roman = strokes
    .trim()
    .replaceAll('H', 'II')
    .replaceAll(/[vY]/g, 'V')
    .replaceAll(/[l1|!\][itfTJ]/g, 'I');
  return /^(?:I{1,3}|IV)$/.test(roman) ? `${roman}/${letter.trim().toLowerCase()}` : undefined;
}

/** Golongan that the pangkat printed nearest before or behind a place belongs to; one in the next line denies nothing. */
function pangkatBeside(
  raw: string,
  start: number,
  end: number,
  wanted: string,
): string | undefined {
  const before = mentions(raw.slice(Math.max(0, start - reach), start)).at(-1);
  const behind = mentions(raw.slice(end, end + reach)).at(0);
  const isBefore = before && (!behind || Math.min(reach, start) - before.end <= behind.start);
  if (isBefore) return before.golongan;
  const inNextLine = raw.slice(end, end + (behind?.start ?? 0)).includes('\n');
  return inNextLine && behind?.golongan !== wanted ? before?.golongan : behind?.golongan;
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

/** Whether a text begins with the pangkat of another golongan: "Penata Muda" is no "Penata". */
export function namesOtherPangkat(value: string, text: string): boolean {
  const [first] = mentions(text);
  return first?.start === 0 && first.golongan !== value.trim().replace('.', '/');
}

/** A golongan that was read as some other word ("Mc"), beside its pangkat. */
function misread(
  wanted: string,
  stream: Parameters<ValueFinder>[1],
  spans: readonly ValueSpan[],
): ValueSpan[] {
  const pangkat = codes.find(({ golongan }) => golongan === wanted)?.pangkat;
  if (!pangkat || spans.some(({ support }) => support)) return [];
  const places = locate(plainOf(pangkat).text, stream, Math.floor(pangkat.length * 0.1));
  return places
    .filter((place) => !isWithinOther(wanted, stream, place))
    .map(({ start, end, errors }) => ({
      start,
      // With what stands behind it, so that an enlarged re-reading sees both.
      end: end + (/^[^\S\n]?\S{0,2}[^\S\n]?\S{1,8}/.exec(stream.raw.slice(end))?.[0].length ?? 0),
      agreement: 'beda',
      distance: 0.2 + errors / pangkat.length,
      support: null,
      plain: null,
      other: null,
    }));
}

/** The "Penata" of "Penata Muda", in a text layer: nothing was misread there. */
function isWithinOther(
  wanted: string,
  { pass, raw }: Parameters<ValueFinder>[1],
  { start, end }: Pick<ValueSpan, 'start' | 'end'>,
): boolean {
  if (pass !== 'lapisan_teks') return false;
  return mentions(raw).some(
    (one) => one.golongan !== wanted && one.start <= start && end <= one.end,
  );
}
