import {
  type Agreement,
  type ValueFinder,
  type ValueSpan,
  span,
} from '#renderer/evidence/matching/values/value-span.ts';

/**
 * Academic titles, letter by letter: "S.Pd" is no "S.Pd.I" and no "S.E". Points and spaces between the letters may be lost,
 * as long as a title of three letters or fewer keeps one of its points: "se" and "dr" are words of other texts too.
 */
export const findTitle: ValueFinder = (query, stream) => {
  const titles = query.value
    .split(/[,;]/)
    .map(lettersOf)
    .filter((title) => title.length > 0);
  if (titles.length === 0) return [];
  const spans: ValueSpan[] = [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!\\p{L}\\.)${titles.map(patternOf).join(String.raw`[\s.,;]{1,4}`)}(?![\\p{L}\\p{N}])(?!\\.\\s?\\p{L})`,
    'giu',
  );
  for (const match of stream.raw.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (!onItsSide(query.field, stream.raw, match.index, end)) continue;
    const [from, to] = allTitles(stream.raw, match.index, end);
    const wanted = titles.join('').toLowerCase();
    if (from < match.index || to > end) {
      const read = lettersOf(stream.raw.slice(from, to)).toLowerCase();
      spans.push(span(from, to, 'beda', 0.2, { wanted, read }));
      continue;
    }
    const doctor = doctorsAgree(match[0], titles);
    const sure = doctor === 'sama' && isTitle(match[0], query.value);
    if (doctor === 'beda') spans.push(span(match.index, end, 'beda', 0.2, null));
    else spans.push(span(match.index, end, sure ? 'sama' : 'samar', 0, { wanted, read: wanted }));
  }
  return spans.length > 0 ? spans : others(titles, stream.raw);
};

/**
 * `dr.` is a physician, `Dr.` a doctorate: only their case tells them apart, and capitals alone (`DR.`) tell nothing.
 */
function doctorsAgree(read: string, titles: readonly string[]): Agreement {
  const letters = lettersOf(read);
  let [at, agreement]: [number, Agreement] = [0, 'sama'];
  for (const title of titles) {
    for (const { index } of title.matchAll(doctor)) {
      const own = letters.slice(at + index, at + index + 2);
      if (own === title.slice(index, index + 2)) continue;
      if (own !== 'DR') return 'beda';
      agreement = 'samar';
    }
    at += title.length;
  }
  return agreement;
}

/** `dr` and `Dr` that are a title of their own, not the beginning of `drg`, `drh`, `drs` or `dra`. */
const doctor = /(?<!\p{L})[Dd]r(?![ghsa]|\p{Ll})|(?<=[Dd]r)[Dd]r(?![ghsa]|\p{Ll})/gu;

/** A name, perhaps with what is put before it besides titles: "dr. H. AHMAD". */
const beforeName = /^[\s.]{0,3}(?:(?:KH|Hj?|Rr?|Tgk)\.?\s+)*\p{Lu}\p{L}/u;

/** Titles before a name stand after no comma; titles behind one never begin a line. */
function onItsSide(field: string, raw: string, start: number, end: number): boolean {
  if (/depan/i.test(field)) {
    return (
      !/,\s?$/.test(raw.slice(Math.max(0, start - 3), start)) && beforeName.test(raw.slice(end))
    );
  }
  if (!/belakang|blk/i.test(field)) return true;
  const begins = /(?:^|[\n:])\s*$/.test(raw.slice(Math.max(0, start - 4), start));
  return !begins || !/^\s\p{Lu}/u.test(raw.slice(end));
}

/** The place widened to the titles that stand right beside it: "M.Si" alone is not "S.STP., M.Si". */
function allTitles(raw: string, start: number, end: number): [start: number, end: number] {
  const before = beside('before').exec(raw.slice(0, start));
  const after = beside('after').exec(raw.slice(end));
  return [start - (before ? before[0].length : 0), end + (after ? after[0].length : 0)];
}

/** A title as letters, each with the mark after it: `S.Kom.` is S, K, o, m. */
function lettersOf(title: string): string {
  return title.replaceAll(/[^\p{L}]/gu, '');
}

function patternOf(title: string): string {
  return Array.from(title, (letter) => letter).join(String.raw`\.?\s?`) + String.raw`\.?`;
}

/** Whether it is written as a title: with a capital first letter, and a point where it is short. */
function isTitle(read: string, wanted: string): boolean {
  const letters = lettersOf(read);
  const capital = /^\p{Lu}/u.test(letters) || wanted.startsWith('dr');
  const short = letters.length <= 3 && /\./.test(wanted);
  return capital && (!short || read.includes('.'));
}

const one = String.raw`(?:[SMD]\.\s?[A-Z][A-Za-z]{0,5}\.?(?:\s?[A-Z][a-z]{0,3}\.?)?|A\.?Md\.?(?:\.?[A-Z][a-z]*\.?)*)`;
const beside = (side: 'before' | 'after'): RegExp =>
  side === 'before'
    ? new RegExp(`${one}[\\s.,;]{1,3}$`, 'u')
    : new RegExp(`^[\\s.,;]{1,3}${one}`, 'u');
const any =
  /(?<![\p{L}\p{N}.])(?:[SMD]\.\s?[A-Z][A-Za-z]{0,5}\.?(?:\s?[A-Z][a-z]{0,3}\.?)?|A\.?Md\.?(?:\.?[A-Z][a-z]*\.?)*|Drs?a?\.|Ir\.|Hj?\.|Prof\.)/gu;

/** Other titles on the page: what may stand in its place. */
function others(titles: readonly string[], raw: string): ValueSpan[] {
  const first = titles[0]!.toLowerCase();
  return Array.from(raw.matchAll(any), (match) => {
    const read = lettersOf(match[0]).toLowerCase();
    const same = Array.from(read).filter((letter, at) => first.charAt(at) === letter).length;
    return span(
      match.index,
      match.index + match[0].length,
      'beda',
      1 - same / (Math.max(read.length, first.length) + 1),
      { wanted: titles.join('').toLowerCase(), read },
    );
  });
}
