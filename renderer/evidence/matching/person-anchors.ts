import { distance } from 'fastest-levenshtein';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { NamedEmployee } from '#renderer/evidence/matching/field-evidence.ts';
import { foldLetters, holds } from '#renderer/evidence/matching/document/letters.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import { covers } from '#renderer/evidence/matching/place-overlap.ts';
import { type Piece, ownerOf, piecesIn } from '#renderer/evidence/matching/place-owner.ts';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';

/** Where a page names a person: by a NIP or NIK, or by a name in a numbered list. */
export interface PersonAnchor {
  readonly line: number;
  readonly box: PageBox;
  readonly own: boolean;
  /** A label stands before it ("NIP : …"): it begins a block; else it is a cell of a table's row. */
  readonly labelled: boolean;
}

/** The lines of a reading by rows, each as its pieces from left to right. */
export type Lines = ReadonlyMap<number, readonly Piece[]>;

/** Digits of a NIP (18) or NIK (16), grouped or not, single ones perhaps taken for letters. */
const number = /(?<![\p{L}\p{N}])[0-9OIlSB|](?:[ .-]?[0-9OIlSB|]){15,18}(?![\p{L}\p{N}])/u;
const label = /(?:N\.?\s?I\.?\s?P|N\.?\s?I\.?\s?K|NRP|NI\s?PPPK)\b[\s.:]*(?:baru)?[\s.:/]*$/iu;
/** Figures of a number that may have been misread in a picture. */
const misread = 3;
/** Of a reading that is this sure, only figures that look alike. */
const sure = 90;
const lookalikes = ['0689', '17', '27', '38', '35', '56', '49'];

/** The lines of a reading by rows. */
export function linesOf(stream: ReadingStream): Lines {
  const lines = new Map<number, Piece[]>();
  for (const piece of piecesIn(stream)) {
    lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece]);
  }
  return lines;
}

/** Everybody whom a page names, in the order of its lines; officials who sign or declare are left out. */
export function anchorsIn(
  lines: Lines,
  employee: NamedEmployee,
  page: PageStreams,
  stream: ReadingStream,
): readonly PersonAnchor[] {
  const anchors: PersonAnchor[] = [];
  for (const pieces of lines.values()) {
    for (const [at, piece] of pieces.entries()) {
      // A letter among the figures: whoever made the text layer read a picture.
      const isNumber = (own: string, read: string): boolean =>
        mayBe(own, asDigits(read), /[OIlSB|]/.test(read) ? 0 : certaintyOf(piece, stream));
      const anchor = anchorOf(piece, pieces[at - 1], pieces, { employee, isNumber });
      if (anchor && !isOfficial(anchor, lines, page)) anchors.push(anchor);
    }
  }
  return [...anchors, ...namesInList(lines, employee, anchors)].toSorted(
    (one, other) => one.line - other.line || one.box[0] - other.box[0],
  );
}

/** How far above its NIP a person may be named, in lines. */
const nameAbove = 5;
const rowAbove = 3;
const nameLabel = /^(?:[\da-z]{1,2}[.)]\s*)?n\s?a\s?m\s?a\b/iu;
const rowNumber = /^\d{1,3}[.)]?(?:\s|$)/;

/** The line with the label "Nama" that belongs to a NIP below it, or its own; null where there is none. */
export function nameLineAbove(line: number, lines: Lines): number | null {
  return lineAbove(line, nameAbove, lines, (pieces) =>
    pieces.some(({ text }) => nameLabel.test(text)),
  );
}

/** The line at which the numbered row of a list begins that a line belongs to; null where there is none. */
export function rowLineAbove(line: number, lines: Lines): number | null {
  return lineAbove(line, rowAbove, lines, startsRow);
}

/** Whether a line begins with the number of a row. */
export function startsRow(pieces: readonly Piece[] | undefined): boolean {
  return rowNumber.test(pieces?.[0]?.text ?? '');
}

function lineAbove(
  line: number,
  most: number,
  lines: Lines,
  is: (pieces: readonly Piece[]) => boolean,
): number | null {
  for (let above = line; above > line - most; above -= 1) {
    const pieces = lines.get(above);
    if (pieces && is(pieces)) return above;
  }
  return null;
}

/** Whether a line or a piece of one names the employee. */
export function namesEmployee(text: string, { nama }: NamedEmployee): boolean {
  const name = foldLetters(nama);
  return name.length >= 5 && holds(foldLetters(text), name, Math.floor(name.length / 7));
}

/** Whom an anchor may be of, and whether a number that was read may be theirs. */
interface Sought {
  readonly employee: NamedEmployee;
  readonly isNumber: (own: string, read: string) => boolean;
}

/** How sure the least sure word of a piece was read, 0 to 100; null in a text layer, which has nothing to misread. */
function certaintyOf({ line, box }: Piece, { pass, words }: ReadingStream): number | null {
  if (pass === 'lapisan_teks') return null;
  const own = words.filter((word) => word.line === line && covers(word.box, box));
  return Math.min(...own.map(({ confidence }) => confidence));
}

/** Whether a number that was read so surely may be this one. */
function mayBe(own: string, read: string, certainty: number | null): boolean {
  if (certainty === null || own === read) return own === read;
  if (distance(own, read) > misread) return false;
  const wrong = Array.from(own).flatMap((digit, at) =>
    digit === read.charAt(at) ? [] : [[digit, read.charAt(at)] as const],
  );
  const alike = wrong.filter((pair) =>
    lookalikes.some((group) => pair.every((digit) => group.includes(digit))),
  );
  return certainty < sure || own.length !== read.length || wrong.length - alike.length < 2;
}

function anchorOf(
  piece: Piece,
  before: Piece | undefined,
  line: readonly Piece[],
  { employee, isNumber }: Sought,
): PersonAnchor | null {
  const match = number.exec(piece.text);
  if (!match) return null;
  const digits = asDigits(match[0]);
  if (
    digits.length < 16 ||
    digits.length > 19 ||
    (digits.length >= 18 && !/^(?:19|20)/.test(digits))
  )
    return null;
  const lead = piece.text.slice(0, match.index);
  const ownLead = lead.trim() === '' ? (before?.text ?? '') : lead;
  const behindLabel = label.test(ownLead);
  // "menggantikan BUDI CONTOH, NIP …": a person who is only mentioned.
  const mentioned =
    behindLabel && ownLead.replace(label, '').replaceAll(/[^\p{L}]/gu, '').length > 4;
  if (mentioned && !startsRow(line)) return null;
  const labelled = behindLabel && !mentioned;
  const mine = [employee.nip, employee.nik ?? ''].filter((one) => one.length >= 16);
  const own =
    mine.some((one) => isNumber(one, match[0])) ||
    (!labelled && line.some(({ text }) => namesEmployee(text, employee)));
  return { line: piece.line, box: piece.box, own, labelled };
}

function asDigits(text: string): string {
  return text
    .replaceAll(/[Il|]/g, '1')
    .replaceAll('O', '0')
    .replaceAll('S', '5')
    .replaceAll('B', '8')
    .replaceAll(/\D/g, '');
}

/** Whoever signs or declares; in the lower half also a NIP under a name that has neither label nor number. */
function isOfficial(
  { line, box, labelled, own }: PersonAnchor,
  lines: Lines,
  page: PageStreams,
): boolean {
  if (!labelled || own) return false;
  if (ownerOf([box], page.context, true) === 'pejabat') return true;
  return box[1] > 0.5 && nameLineAbove(line, lines) === null && rowLineAbove(line, lines) === null;
}

/**
 * Names in a numbered list without NIP: rows whose cell stands in the column of the employee's name. Only where that name
 * is such a cell itself ("3  SITI CONTOH  85"), not a value behind a label.
 */
function namesInList(
  lines: Lines,
  employee: NamedEmployee,
  known: readonly PersonAnchor[],
): readonly PersonAnchor[] {
  const cells = [...lines.values()].filter(startsRow).flatMap((row) => cellsOf(row)[0] ?? []);
  const names = cells.filter(({ text }) => isName(text));
  const own = names.find(({ text }) => namesEmployee(text, employee));
  if (!own) return [];
  return names
    .filter(({ line, box }) => {
      return Math.abs(box[0] - own.box[0]) < 0.03 && known.every((one) => one.line !== line);
    })
    .map(({ text, line, box }) => {
      return { line, box, own: namesEmployee(text, employee), labelled: false };
    });
}

/** Pieces behind the number of a row; one that was read together with it is divided. */
function cellsOf([first, ...others]: readonly Piece[]): readonly Piece[] {
  const rest = first?.text.replace(/^\d{1,3}[.)]?\s*/, '') ?? '';
  if (!first || rest === '') return others;
  const [left, top, right, bottom] = first.box;
  const share = 1 - rest.length / first.text.length;
  const box: PageBox = [left + (right - left) * share, top, right, bottom];
  return [{ ...first, text: rest, box }, ...others];
}

function isName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'.]+(?:\s\p{Lu}[\p{L}'.]*)+/u.test(text) &&
    !text.includes(':') &&
    !nameLabel.test(text)
  );
}
