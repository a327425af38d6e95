import { parseEmployeeNumber } from '#shared/records/identity/employee-number.ts';
import { foldLetters, holds } from '#renderer/evidence/matching/document/letters.ts';
import type { PassText, TextLine } from '#renderer/evidence/matching/document/page-text.ts';

/** Whom a paper is about, as far as it could be read there; `confidence` 0 to 100 of the reading. */
export interface NamedPerson {
  /** As printed, without titles behind a comma; null when only the number was read. */
  readonly name: string | null;
  /** A valid 18-digit number beside the name, or null. */
  readonly number: string | null;
  readonly confidence: number;
}

// A ruled line before the word may be read as J, I or l.
const nameLabel =
  /^(?:kesatu|pertama|menetapkan)?[^\p{L}]*(?:[a-z0-9]{1,2}[.)\s]+)?[jil]?n\s?a\s?m\s?a(?:\s+(?:lengkap|pegawai|peserta|mahasiswa|siswa|kepala keluarga|suami))?(?=[^\p{L}]|$)/iu;
/** A medal's charter says "Kepada : NAME", a letter "Kepada : Yth. …": of these only a name counts. */
const recipientLabel = /^[^\p{L}]*kepada\s*:/iu;
const openings = [
  'diberikan kepada',
  'dianugerahkan kepada',
  'penghargaan kepada',
  'menyatakan bahwa',
  'menerangkan bahwa',
  'memberikan kepada',
  'telah lahir',
  'bernama',
].map(foldLetters);
const officialBegins = foldLetters('bertanda tangan di bawah ini');
const officialEnds = ['menyatakan', 'menerangkan', 'bahwa'].map(foldLetters);
/** What stands behind "Nama" without being a person's name. */
const noName =
  /\b(?:jabatan|sekolah|instansi|dinas|unit|organisasi|kantor|badan|pelatihan|diklat|barang|kegiatan|nik|nip|alamat|jenis|tempat|satuan|universitas|yth|bupati|gubernur|kepala|saudara|seluruh|pegawai)\b/iu;
/** A gap between columns, in letters. */
const columnGap = 3;
/** How far below the name its number may stand, as share of the page's height. */
const reach = 0.14;

/**
 * The first person whom a page is about: behind "Nama", or below "diberikan kepada", never the official who declares
 * something ("yang bertanda tangan di bawah ini"). Null when no such place was read.
 */
export function namedPersonOf(pass: PassText): NamedPerson | null {
  for (const line of withoutDeclarer(pass.lines)) {
    const found = nameAt(line, pass.lines);
    if (!found) continue;
    const number = numberNear(line, pass.lines);
    if (found.name === null && number === null) continue;
    return { name: found.name, number, confidence: found.confidence };
  }
  return null;
}

/** Whether a line is labelled as the name of whom a page is about. */
export function namesPerson(line: TextLine): boolean {
  return nameLabel.test(line.text);
}

/** All valid 18-digit employee numbers in a line, with any grouping. */
export function numbersIn(line: TextLine): readonly string[] {
  const runs = line.text.match(/\d(?:[\s.-]{0,2}\d){17,}/gu) ?? [];
  return runs.flatMap((run) => validIn(run.replaceAll(/\D/gu, '')) ?? []);
}

/** The first valid number among digits that a running number or a day may stand beside. */
function validIn(digits: string): string | undefined {
  for (let from = 0; from + 18 <= digits.length; from += 1) {
    const number = digits.slice(from, from + 18);
    if (parseEmployeeNumber(number).ok) return number;
  }
  return undefined;
}

function withoutDeclarer(lines: readonly TextLine[]): readonly TextLine[] {
  const from = lines.findIndex((line) => holds(line.folded, officialBegins));
  if (from < 0) return lines;
  const length = lines
    .slice(from + 1)
    .findIndex((line) => officialEnds.some((phrase) => line.folded.includes(phrase)));
  return length < 0 ? [] : lines.slice(from + 1 + length);
}

function nameAt(
  line: TextLine,
  lines: readonly TextLine[],
): { name: string | null; confidence: number } | null {
  const label = nameLabel.exec(line.text);
  if (label) {
    const rest = firstColumn(line, label[0].length);
    const name = cleanName(rest);
    if (name !== null) return { name, confidence: line.confidence };
    if (/\p{L}{3}/u.test(rest)) return null;
    // Columns may have been read one after the other: the value is a line of its own, at the same height.
    const beside = lines.find((other) => other !== line && isBeside(line, other));
    return { name: beside ? cleanName(beside.text) : null, confidence: beside?.confidence ?? 0 };
  }
  const recipient = recipientLabel.exec(line.text);
  if (recipient) {
    const name = cleanName(firstColumn(line, recipient[0].length));
    return name === null ? null : { name, confidence: line.confidence };
  }
  if (!openings.some((phrase) => line.folded.endsWith(phrase))) return null;
  const below = lines[lines.indexOf(line) + 1];
  if (!below || nameLabel.test(below.text)) return null;
  return { name: cleanName(below.text), confidence: below.confidence };
}

/** What stands behind a label up to the next column: a gap several letters wide between two words. */
function firstColumn({ text, words }: TextLine, from: number): string {
  let end = 0;
  let before: (typeof words)[number] | undefined;
  for (const word of words) {
    const letter = (word.box[2] - word.box[0]) / Math.max(1, word.text.length);
    const isNext = before && word.box[0] - before.box[2] > letter * columnGap;
    if (isNext && /\p{L}{2}/u.test(text.slice(from, end))) break;
    end += word.text.length + (before ? 1 : 0);
    before = word;
  }
  return text.slice(from, Math.max(from, end));
}

function isBeside(label: TextLine, other: TextLine): boolean {
  const middle = (other.box[1] + other.box[3]) / 2;
  return middle > label.box[1] && middle < label.box[3] && other.box[0] > label.box[0];
}

function cleanName(text: string): string | null {
  const name = text
    .replace(/^[\s:;=.\-–_]+/u, '')
    .split(/,|\d|:|\bnama\b|\bnip\b/iu)[0]!
    .replaceAll(/[^\p{L}\s.'’-]/gu, '')
    .replace(/[\s.]+$/u, '')
    .trim();
  const letters = name.replaceAll(/[^\p{L}]/gu, '');
  return letters.length >= 5 && letters.length <= 60 && !noName.test(name) ? name : null;
}

function numberNear(line: TextLine, lines: readonly TextLine[]): string | null {
  const near = lines.filter(
    (other) => other.box[1] >= line.box[1] - 0.005 && other.box[1] <= line.box[1] + reach,
  );
  return near.flatMap(numbersIn)[0] ?? null;
}
