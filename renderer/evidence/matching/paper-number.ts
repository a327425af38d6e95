import { distance } from 'fastest-levenshtein';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { foldConfused } from '#renderer/evidence/matching/ocr-confusion.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import {
  type ReadingStream,
  placeOf,
  plainOf,
} from '#renderer/evidence/matching/reading-stream.ts';
import { plainDocumentNumber } from '#renderer/evidence/matching/values/document-numbers.ts';

/** The number that stands at the head of a decree: its own; all others that it has are of papers that it cites. */
export interface PaperNumber {
  readonly page: PageStreams;
  /** In the plain form of a document number. */
  readonly value: string;
  readonly boxes: readonly PageBox[];
  readonly printed: string;
  /** In a text layer, in which no letter is misread. */
  readonly layer: boolean;
}

/** Fields that ask for the own number or day of the decree that proves them; any other may rightly be cited in it. */
const ownNumber = /^(?:sknomor|nomorsk(?:cpns|pns)?)$/;
const ownDay = /^(?:sk(?:tanggal|tgl|date)|(?:tanggal|tgl)sk(?:cpns|pns)?)$/;
/** What heads a decree; its annex only repeats the number. */
const title =
  /^\W*(?:(?:P\s?E\s?T\s?I\s?K\s?A\s?N|S\s?A\s?L\s?I\s?N\s?A\s?N)\b(?:\s+K\s?E\s?P\s?U\s?T\s?U\s?S\s?A\s?N\b)?|K\s?E\s?P\s?U\s?T\s?U\s?S\s?A\s?N\b)/u;
/** Lines between the title and the number: whose decree it is, in one or two. */
const mostLines = 4;
/** Letters of a number that readings of a picture may get wrong. */
const misread = 2;
const numberLine =
  /^[^\p{L}\p{N}]*(?:N\s?O\s?M\s?O\s?R|Nomor|NO|No)\b\s?[.:]*\s*(.*?)(?=\s+(?:tanggal|tgl|tentang)\b|$)/iu;

/**
 * The number at the head of the decree, where that is surely another one than a field proposes as the decree's own; null
 * where the proposed one heads some decree of the document, and where a head was not read in full.
 */
export function otherPaperNumber(
  { kind, field, value }: FieldQuery,
  pages: readonly PageStreams[],
): PaperNumber | null {
  if (kind !== 'nomor' || !ownNumber.test(plainOf(field).text)) return null;
  return headOtherThan(value, pages);
}

/** The query without the number of its letter, where that is not the decree's: it would tell the day of a cited paper. */
export function withoutCitedLetter(query: FieldQuery, pages: readonly PageStreams[]): FieldQuery {
  const { letter, ...plain } = query;
  const isCited =
    letter !== undefined &&
    ownDay.test(plainOf(query.field).text) &&
    headOtherThan(letter, pages) !== null;
  return isCited ? plain : query;
}

function headOtherThan(number: string, pages: readonly PageStreams[]): PaperNumber | null {
  const wanted = plainDocumentNumber(number);
  const heads = pages.flatMap(headsOn);
  const [first, ...more] = heads;
  if (!first || heads.some((head) => mayBe(head, wanted))) return null;
  return more.every(({ value }) => value === first.value) ? first : null;
}

const known = new WeakMap<PageStreams, readonly PaperNumber[]>();

function headsOn(page: PageStreams): readonly PaperNumber[] {
  const made = known.get(page);
  if (made) return made;
  const isSharp = page.page.quality.level === 'baik';
  const heads = isSharp ? page.rows.flatMap((rows) => headsIn(rows, page)) : [];
  known.set(page, heads);
  return heads;
}

function headsIn(stream: ReadingStream, page: PageStreams): readonly PaperNumber[] {
  const heads: PaperNumber[] = [];
  let since = Infinity;
  let start = 0;
  for (const line of stream.raw.split('\n')) {
    since = title.test(line) ? 0 : since + 1;
    const match = since <= mostLines ? numberLine.exec(line) : null;
    const printed = match?.[1] ?? '';
    if (match && isWholeNumber(printed)) {
      const from = start + match[0].length - printed.length;
      const { boxes } = placeOf(stream, from, from + printed.length);
      const layer = stream.pass === 'lapisan_teks';
      heads.push({ page, value: plainDocumentNumber(printed), boxes, printed, layer });
      since = Infinity;
    }
    start += line.length + 1;
  }
  return heads;
}

/** Several parts, none left blank to be filled in by hand. */
function isWholeNumber(printed: string): boolean {
  const token = printed.replaceAll(/\s+/g, '');
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}.,/\-–_()&]*$/u.test(token) &&
    !/[./\-–_]{2}/.test(token) &&
    !/[/\-–_.]$/.test(token) &&
    /\d.*\d/.test(token) &&
    /[/\-–]|tahun/i.test(token) &&
    token.length >= 6
  );
}

/** Whether a number may be the wanted one: a part of it was read, or letters of a picture were taken for others. */
function mayBe({ value, layer }: PaperNumber, wanted: string): boolean {
  const [one = '', other = ''] = [value, wanted].map((number) =>
    foldConfused(plainOf(number).text),
  );
  return one.includes(other) || other.includes(one) || (!layer && distance(one, other) <= misread);
}
