import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery, NamedEmployee } from '#renderer/evidence/matching/field-evidence.ts';
import { positionOf } from '#renderer/evidence/matching/label-context.ts';
import type { PageStreams } from '#renderer/evidence/matching/page-streams.ts';
import {
  type Lines,
  type PersonAnchor,
  anchorsIn,
  linesOf,
  nameLineAbove,
  namesEmployee,
  rowLineAbove,
  startsRow,
} from '#renderer/evidence/matching/person-anchors.ts';
import type { ReadingStream } from '#renderer/evidence/matching/reading-stream.ts';

/** A part of a page that speaks of one person: lines from `from` to before `to`, and how far across. */
interface PersonPart {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly own: boolean;
  /** A paper of its own with a title, not a row or a block of one. */
  readonly whole: boolean;
}

interface PageParts {
  readonly stream: ReadingStream;
  readonly parts: readonly PersonPart[];
}

/**
 * Whether a place lies in a part of the page that speaks of another person than the employee: a row of a list, a block of
 * another name, the other one of two papers on one sheet. An official's values are sought wherever they stand.
 */
export function isOfAnother(
  { employee, of, person }: FieldQuery,
  boxes: readonly PageBox[],
  page: PageStreams,
): boolean {
  const box = boxes[0];
  if (!employee || !box || of === 'pejabat' || person !== undefined) return false;
  const { stream, parts } = partsOf(employee, page);
  if (parts.every(({ own }) => own)) return false;
  const line = lineAt(boxes, stream);
  const x = (box[0] + box[2]) / 2;
  const inside = parts.filter((part) => isIn(part, line, x));
  // The smallest part decides: a row lies in its paper.
  const part = inside.toSorted((one, other) => one.to - one.from - (other.to - other.from))[0];
  return part?.own === false;
}

/** The other person of whom a page holds a paper of its own, beside or below the employee's or alone; `name` as printed. */
export function paperOfAnother(
  employee: NamedEmployee,
  page: PageStreams,
): { readonly name: string } | null {
  const { stream, parts } = partsOf(employee, page);
  const paper = parts.find(({ own, whole }) => whole && !own);
  return paper ? { name: nameIn(paper, stream, employee) } : null;
}

/** As printed; with the number where somebody has the employee's own name. */
function nameIn(paper: PersonPart, stream: ReadingStream, employee: NamedEmployee): string {
  const words = stream.words.filter(({ line, box }) => isIn(paper, line, (box[0] + box[2]) / 2));
  const text = words.map(({ text: word }) => word).join(' ');
  const match = /\b(?:Nama|NAMA)[\s:]*((?:\p{Lu}[\p{L}'.]+\s?){1,5})/u.exec(text);
  const name = (match?.[1] ?? '')
    .replace(/\s*(?:NIP|Nip|N\.I\.P|Tempat|Pangkat|Jabatan).*$/u, '')
    .replace(/[\s.]+$/u, '')
    .trim();
  const number = /\bN\.?I\.?P[\s.:]*(\d(?:[ .-]?\d){17})/iu.exec(text)?.[1];
  return number !== undefined && namesEmployee(name, employee) ? `${name}, NIP ${number}` : name;
}

const isIn = ({ from, to, left, right }: PersonPart, line: number, x: number): boolean =>
  line >= from && line < to && x >= left && x < right;

/** The line of the reading at which a place stands: of its own words, else by its height. */
function lineAt(boxes: readonly PageBox[], stream: ReadingStream): number {
  const at = positionOf(stream, boxes);
  if (at !== undefined) return stream.words[stream.wordAt[stream.rawAt[at]!]!]!.line;
  const middle = (boxes[0]![1] + boxes[0]![3]) / 2;
  const nearest = stream.words.toSorted(
    (one, other) =>
      Math.abs((one.box[1] + one.box[3]) / 2 - middle) -
      Math.abs((other.box[1] + other.box[3]) / 2 - middle),
  )[0];
  return nearest?.line ?? 0;
}

const known = new WeakMap<PageStreams, Map<string, PageParts>>();
const nothing: readonly PersonPart[] = [];

function partsOf(employee: NamedEmployee, page: PageStreams): PageParts {
  const ofPage = known.get(page) ?? new Map<string, PageParts>();
  known.set(page, ofPage);
  const key = JSON.stringify(employee);
  const made = ofPage.get(key) ?? makeParts(employee, page);
  ofPage.set(key, made);
  return made;
}

/** By the reading that names most people. */
function makeParts(employee: NamedEmployee, page: PageStreams): PageParts {
  const read = page.rows.map((stream) => {
    const lines = linesOf(stream);
    return { stream, lines, anchors: anchorsIn(lines, employee, page, stream) };
  });
  const most = read.toSorted((one, other) => other.anchors.length - one.anchors.length)[0];
  if (!most || most.anchors.every(({ own }) => own)) {
    return { stream: most?.stream ?? page.searched[0]!, parts: nothing };
  }
  const { stream, lines, anchors } = most;
  const gutter = gutterOf(stream, anchors);
  const columns =
    gutter === null ? [[-1, 2] as const] : [[-1, gutter] as const, [gutter, 2] as const];
  return {
    stream,
    parts: columns.flatMap(([left, right]) => {
      const inColumn = (box: PageBox): boolean =>
        (box[0] + box[2]) / 2 >= left && (box[0] + box[2]) / 2 < right;
      const own: Lines = new Map(
        [...lines].map(([line, pieces]) => [line, pieces.filter(({ box }) => inColumn(box))]),
      );
      const among = anchors.filter(({ box }) => inColumn(box));
      return sectionsOf(own, among).map((part) => ({ ...part, left, right }));
    }),
  };
}

type Span = Omit<PersonPart, 'left' | 'right'>;

/** Where two papers lie side by side: a strip without words, and a person named behind a label on either side. */
function gutterOf(stream: ReadingStream, anchors: readonly PersonAnchor[]): number | null {
  const labelled = anchors.filter((anchor) => anchor.labelled);
  const strips = Array.from({ length: 21 }, (_, step) => 0.4 + step * 0.01).filter((x) => {
    const crossing = stream.words.filter(({ box }) => box[0] < x && box[2] > x).length;
    const sides = [
      labelled.filter(({ box }) => box[2] <= x),
      labelled.filter(({ box }) => box[0] >= x),
    ];
    const [left, right] = sides;
    const apart = left!.length > 0 && right!.length > 0;
    return apart && crossing <= stream.words.length * 0.01;
  });
  return strips[Math.floor(strips.length / 2)] ?? null;
}

/** What begins a paper: the word at its head that says what it is, or whose it is. */
export const paperTitle =
  /^(?:P\s?E\s?T\s?I\s?K\s?A\s?N|S\s?A\s?L\s?I\s?N\s?A\s?N|K\s?E\s?P\s?U\s?T\s?U\s?S\s?A\s?N|SURAT|IJAZAH|SERTIFIKAT|PIAGAM|PEMERINTAH)\b/u;

/** A column of the page as papers, each begun by a title after somebody was named. */
function sectionsOf(lines: Lines, anchors: readonly PersonAnchor[]): readonly Span[] {
  const numbers = [...lines.keys()].toSorted((one, other) => one - other);
  const last = (numbers.at(-1) ?? 0) + 1;
  const starts = [0];
  for (const line of numbers) {
    const begins = paperTitle.test(lines.get(line)?.[0]?.text ?? '');
    const since = anchors.some((one) => one.line >= starts.at(-1)! && one.line < line);
    const follows = anchors.some((one) => one.line > line);
    if (begins && since && follows) starts.push(line);
  }
  return starts.flatMap((from, at) => {
    const to = starts[at + 1] ?? last;
    const within = anchors.filter((one) => one.line >= from && one.line < to);
    return partsIn({ from, to }, lines, within);
  });
}

function partsIn(
  { from, to }: Pick<Span, 'from' | 'to'>,
  lines: Lines,
  anchors: readonly PersonAnchor[],
): readonly Span[] {
  if (anchors.every(({ own }) => own)) return [];
  const rows = anchors.filter(({ labelled }) => !labelled);
  const blocks = anchors.filter(({ labelled }) => labelled);
  const paper = anchors.some(({ own }) => own) || blocks.length === 0;
  if (!paper) return [{ from, to, own: false, whole: isTitled(from, lines) }];
  return [...rowsOf(rows, lines), ...blocksOf(blocks, lines, to)];
}

/** How far down a paper its title may stand, in lines. */
const titleLines = 10;

function isTitled(from: number, lines: Lines): boolean {
  return [...lines].some(
    ([line, pieces]) =>
      line >= from && line < from + titleLines && pieces.some(({ text }) => paperTitle.test(text)),
  );
}

/** Rows of a list: each from the line with its number, or that of the person, to before the next. */
function rowsOf(anchors: readonly PersonAnchor[], lines: Lines): readonly Span[] {
  if (anchors.length < 2) return [];
  const starts = startsOf(anchors, (line) => rowLineAbove(line, lines));
  const heights = starts
    .slice(1)
    .map((start, at) => start - starts[at]!)
    .toSorted((one, other) => one - other);
  const usual = Math.max(1, heights[Math.floor(heights.length / 2)] ?? 1);
  return starts.map((from, at) => {
    const next = starts[at + 1] ?? from + usual;
    let to = from + 1;
    // The number of a row that nobody is named in, as far as it was read, ends the row too.
    while (to < next && !startsRow(lines.get(to))) to += 1;
    return { from, to, own: anchors[at]!.own, whole: false };
  });
}

/** Where what a paper decides of all of them begins, or its end. */
const closing =
  /^(?:ditetapkan|dikeluarkan|dibuat|tembusan|demikian|ke(?:dua|tiga|empat|lima)\b|pada tanggal|kepala\b|bupati|gubernur|wali\s?kota)/iu;

/** Blocks of labels and values: each from its name to before the next name, or to what closes the paper. */
function blocksOf(anchors: readonly PersonAnchor[], lines: Lines, end: number): readonly Span[] {
  const starts = startsOf(
    anchors,
    (line) => nameLineAbove(line, lines) ?? rowLineAbove(line, lines),
  );
  return starts.map((from, at) => {
    const next = starts[at + 1] ?? end;
    let to = from + 1;
    while (to < next && !closing.test(lines.get(to)?.[0]?.text ?? '')) to += 1;
    return { from, to, own: anchors[at]!.own, whole: false };
  });
}

/** Where the row or block of each person begins: above the line that names him or her, below the one before. */
function startsOf(
  anchors: readonly PersonAnchor[],
  begins: (line: number) => number | null,
): readonly number[] {
  return anchors.map(({ line }, at) => {
    const start = begins(line);
    const before = anchors[at - 1]?.line ?? -1;
    return start !== null && start > before ? start : line;
  });
}
