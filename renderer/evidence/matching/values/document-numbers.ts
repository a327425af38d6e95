import { foldConfused, isStrokeForLetter } from '#renderer/evidence/matching/ocr-confusion.ts';
import { plainOf } from '#renderer/evidence/matching/reading-stream.ts';
import { locate } from '#renderer/evidence/matching/values/locate.ts';
import { type ValueFinder, span } from '#renderer/evidence/matching/values/value-span.ts';

/**
 * Number of a letter: letters, digits and separators in their order. Spaces do not count; every separator does, since
 * `1/23` and `12/3` are two letters. A roman numeral must have been read as letters.
 */
export const findDocumentNumber: ValueFinder = (query, stream) => {
  const wanted = plainDocumentNumber(query.value);
  const plain = plainOf(query.value).text;
  if (plain.length < 2) return [];
  const errors = plain.length < 4 ? 0 : Math.max(1, Math.floor(plain.length * 0.3));
  return locate(plain, stream, errors).map((found) => {
    const [start, end] = wholeNumber(stream.raw, found.start, found.end);
    const read = plainDocumentNumber(stream.raw.slice(start, end));
    if (read === wanted || strokesApart(read, wanted)) {
      return span(start, end, 'sama', 0, { wanted, read: wanted });
    }
    const pair = { wanted, read };
    const alike =
      foldConfused(letters(read)) === foldConfused(letters(wanted)) && onlyLost(wanted, read);
    if (alike) return span(start, end, 'samar', 0.02, pair);
    const other = isOtherNumber(wanted, read) ? read : null;
    return span(start, end, 'beda', Math.max(1, found.errors) / plain.length, pair, other);
  });
};

/** Whether it is built like the wanted number, part for part: else a part was broken off, or it is another kind of number. */
function isOtherNumber(wanted: string, read: string): boolean {
  return (
    marks(read) === marks(wanted) && foldConfused(letters(read)) !== foldConfused(letters(wanted))
  );
}

/** The number as one word: capital letters, one kind of dash, no spaces and no mark at its ends. */
export function plainDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\s+/g, '')
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .split(/([^\p{L}\p{N}]+)/u)
    .map((part) => (/^[A-Zl|]*[IVX][A-Zl|]*$/.test(part) ? part.replaceAll(/[l|]/g, 'I') : part))
    .join('')
    .toUpperCase();
}

function letters(token: string): string {
  return plainOf(token).text;
}

/** Whether the two differ only where a capital I within letters was read as the figure. */
function strokesApart(read: string, wanted: string): boolean {
  if (read.length !== wanted.length) return false;
  return Array.from(wanted).every(
    (letter, at) => letter === read.charAt(at) || isStrokeForLetter(wanted, at, read.charAt(at)),
  );
}

/** Whether the separators that were read are the wanted ones, some of them lost. */
function onlyLost(wanted: string, read: string): boolean {
  let from = 0;
  for (const mark of marks(read)) {
    from = marks(wanted).indexOf(mark, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

function marks(token: string): string {
  return token.replaceAll(/[\p{L}\p{N}]/gu, '');
}

/** The part widened over what hangs on it without a gap, or with a slash between: `821.2/12` is no `821.2/12/2021`. */
function wholeNumber(raw: string, start: number, end: number): [start: number, end: number] {
  const before = /(?:[\p{L}\p{N}]+(?:\s*\/\s*|[.\-–_]))*[\p{L}\p{N}]*$/u.exec(raw.slice(0, start));
  const after = /^[\p{L}\p{N}]*(?:(?:\s*\/\s*|[.\-–_])[\p{L}\p{N}]+)*/u.exec(raw.slice(end));
  const label = /^(?:no|nomor|nmr|pin)\.?$/i;
  const head = before && !label.test(before[0]) ? before[0].length : 0;
  return [start - head, end + (after ? after[0].length : 0)];
}
