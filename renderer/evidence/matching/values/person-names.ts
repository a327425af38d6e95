import { lookOf, readAsLetters } from '#renderer/evidence/matching/ocr-confusion.ts';
import { locate, wholeWords } from '#renderer/evidence/matching/values/locate.ts';
import {
  type ValueFinder,
  type ValueSpan,
  span,
} from '#renderer/evidence/matching/values/value-span.ts';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';

const front = /^(?:(?:prof|drs|dra|drg|drh|dr|ir|hj|h|apt|ns)\.?,?\s+)+/i;

/** A name without its titles before and behind. */
export function bareName(value: string): string {
  const untitled = value.replace(front, '');
  const comma = untitled.indexOf(',');
  return (comma < 0 ? untitled : untitled.slice(0, comma)).trim();
}

/**
 * A person's name, compared without titles, letter by letter. A name that goes on ("BUDI SANTOSO" in "BUDI SANTOSO
 * WIJAYA") is another name.
 */
export const findName: ValueFinder = (query, stream) => {
  const name = bareName(query.value);
  const wanted = plain(name);
  if (wanted.length < 3) return [];
  const errors = Math.max(1, Math.floor(wanted.length * 0.3));
  return locate(wanted, stream, errors).map((found): ValueSpan => {
    const [start, end] = wholeWords(stream.raw, found.start, found.end);
    const [from, to] = trimmed(stream.raw, start, end);
    const printed = stream.raw.slice(from, to);
    const read = plain(printed);
    if (read !== wanted) {
      const distance = Math.max(1, found.errors) / wanted.length;
      const other =
        isOtherName(name, printed) && continued(stream, from, to) === to ? printed : null;
      return span(from, to, 'beda', distance, { wanted, read }, other);
    }
    const goesOn = continued(stream, from, to);
    if (goesOn === to) return span(from, to, 'sama', 0, { wanted, read });
    return span(from, goesOn, 'beda', 0.15, {
      wanted,
      read: plain(stream.raw.slice(from, goesOn)),
    });
  });
};

/**
 * Whether two names, letter by letter not the same, are of two people: as many words, each as long as a name, none short for
 * the other ("M." for "MUHAMMAD"), and not in letters alone that look alike: "Baiq" is read as "Baig", "MUTTAQIN" as
 * "MUTTAOIN", as surely as anything.
 */
export function isOtherName(one: string, other: string): boolean {
  const [here, there] = [one, other].map((name) => name.split(/\s+/).map(plain));
  return (
    here!.length === there!.length &&
    here!.some((word, at) => lookOf(word) !== lookOf(there![at]!)) &&
    here!.every((word, at) => {
      const against = there![at]!;
      return (
        word === against || (Math.min(word.length, against.length) >= 3 && /^[a-z]+$/.test(against))
      );
    })
  );
}

/** A name as it is compared: letters alone, without titles. */
export function plainName(name: string): string {
  return plain(bareName(name));
}

function plain(name: string): string {
  return name
    .split(/\s+/)
    .map(readAsLetters)
    .join('')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Without the marks and the titles that hang on it ("Drs.AHMAD", "KARTIKA,S.E."). */
function trimmed(raw: string, start: number, end: number): [start: number, end: number] {
  const text = raw.slice(start, end);
  const lead = /^[^\p{L}]*(?:(?:Prof|Drs|Dra|Dr|Ir|Hj|H)\.)*[^\p{L}]*/u.exec(text)![0].length;
  const comma = text.indexOf(',', lead + 1);
  const body = text.slice(lead, comma < 0 ? undefined : comma).replace(/[^\p{L}]+$/u, '');
  return [start + lead, start + lead + body.length];
}

const noName =
  /^(?:nip|nik|nrp|nim|npm|no|nomor|lahir|tempat|tanggal|tgl|anak|istri|suami|laki|perempuan|pria|wanita|jabatan|pangkat|gol|golongan|unit|sebagai|dengan|yang|dan|dari|adalah|telah|pada|di|islam|kristen|katolik|katholik|hindu|budha|buddha|ke|ttd|binti|bin|jenis|alamat|agama|status|pendidikan|umur|pns|kepala)$/i;

/** Where the name ends when a further word of a name follows it on the line, in the same kind of letters. */
function continued(stream: ReadingStream, start: number, end: number): number {
  const { raw, words, wordAt } = stream;
  const next = /^ (\p{Lu}[\p{L}'.]+)/u.exec(raw.slice(end));
  const [last, follower] = [wordAt[end - 1], wordAt[end + 1]];
  if (!next || last === undefined || follower === undefined || follower < 0) return end;
  const text = next[1]!;
  const capitals = raw.slice(start, end) === raw.slice(start, end).toUpperCase();
  const sameCase = capitals === (text === text.toUpperCase());
  if (!sameCase || noName.test(text.replace(/\.$/, '')) || text.replace(/\W/g, '').length < 3) {
    return end;
  }
  const [one, other] = [words[last]!.box, words[follower]!.box];
  // A blank is a third to a half of the capitals' height; a wider gap is another column.
  return (other[0] - one[2]) * stream.aspect < (one[3] - one[1]) * 0.7
    ? end + 1 + text.length
    : end;
}
