import search from 'approx-string-match';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import { type KnownLabel, positionOf } from '#renderer/evidence/matching/label-context.ts';
import { labelEnds } from '#renderer/evidence/matching/label-occurrences.ts';
import { samePlace } from '#renderer/evidence/matching/place-overlap.ts';
import { type ReadingStream, unionOf } from '#renderer/evidence/matching/reading-stream.ts';

/** Whose part of a page a place lies in, where the page says so. */
export type PlaceOwner = 'pegawai' | 'pejabat' | null;

/** Headings after which a paper speaks of somebody (domain.md 6.3). */
const headings: readonly { readonly plain: string; readonly owner: 'pegawai' | 'pejabat' }[] = [
  { plain: 'pejabatpenilai', owner: 'pejabat' },
  { plain: 'atasanpenilai', owner: 'pejabat' },
  { plain: 'yangbertandatangandibawahini', owner: 'pejabat' },
  { plain: 'pegawaiyangdinilai', owner: 'pegawai' },
  { plain: 'yangdinilai', owner: 'pegawai' },
  { plain: 'menyatakanbahwa', owner: 'pegawai' },
  { plain: 'sesungguhnyabahwa', owner: 'pegawai' },
  { plain: 'menerangkanbahwa', owner: 'pegawai' },
];

/**
 * Whose part of the page a place lies in: what was headed last above it, or, where a value may stand in a signature
 * (`signable`), the block of one.
 */
export function ownerOf(
  boxes: readonly PageBox[],
  streams: readonly ReadingStream[],
  signable: boolean,
): PlaceOwner {
  const byRow = streams.find((stream) => positionOf(stream, boxes) !== undefined);
  if (!byRow) return null;
  if (signable && isSigned(boxes, byRow)) return 'pejabat';
  return headedBy(boxes, byRow);
}

/**
 * Whether a place in the lower part of a page stands on its line alone or beside one other, as names under signatures do,
 * although the page has the label above that such a value would carry.
 */
export function standsLikeSigner(
  boxes: readonly PageBox[],
  streams: readonly ReadingStream[],
  labels: readonly KnownLabel[],
): boolean {
  const [stream, first] = [streams[0], boxes[0]];
  const at = stream && positionOf(stream, boxes);
  if (!stream || !first || at === undefined || first[1] < 0.55) return false;
  const pieces = piecesIn(stream);
  const own = pieces.find(({ box }) => samePlace([box], boxes));
  // A NIP that begins a line of its own, without colon: the last line of a signature.
  if (first[1] > 0.6 && own && /^N\.?\s?I\.?\s?P[.\s]*\d/.test(own.text)) return true;
  if (!labels.some((each) => labelEnds(each, stream, false).some((end) => end < at))) return false;
  const beside = pieces.filter(({ line }) => line === own?.line);
  return own !== undefined && !own.text.includes(':') && beside.length <= 2;
}

interface Heading {
  readonly owner: 'pegawai' | 'pejabat';
  readonly at: number;
  readonly box: PageBox;
  readonly line: number;
}

const headingsOf = new WeakMap<ReadingStream, readonly Heading[]>();

function headedBy(boxes: readonly PageBox[], stream: ReadingStream): PlaceOwner {
  const at = positionOf(stream, boxes)!;
  const before = findHeadings(stream).filter((heading) => heading.at < at);
  const last = before.at(-1);
  if (!last) return null;
  const beside = before.filter(({ line }) => line === last.line);
  if (beside.every(({ owner }) => owner === last.owner)) return last.owner;
  // Two headed columns: the place belongs to the one that begins left of it.
  const left = boxes[0]![0];
  const column = beside.filter(({ box }) => box[0] <= left + 0.05).at(-1);
  return (column ?? beside[0]!).owner;
}

function findHeadings(stream: ReadingStream): readonly Heading[] {
  const known = headingsOf.get(stream);
  if (known) return known;
  const all = headings
    .flatMap(({ plain, owner }) =>
      search(stream.text, plain, Math.floor(plain.length / 10)).map(({ start, end }) => ({
        start,
        end,
        owner,
      })),
    )
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  const found = all.map(({ start, end, owner }): Heading => {
    const first = stream.words[stream.wordAt[stream.rawAt[start]!]!]!;
    const last = stream.words[stream.wordAt[stream.rawAt[end - 1]!]!]!;
    return { owner, at: start, line: first.line, box: unionOf(first.box, last.box) };
  });
  headingsOf.set(stream, found);
  return found;
}

const label =
  /^(?:\d{1,2}[.)]|[a-g][.)]\s|(?:[Nn]ama|NAMA|[Tt]empat|[Tt]anggal|[Pp]angkat|PANGKAT|[Jj]abatan|JABATAN|[Uu]nit|UNIT|No)\b|[:|])/;

/** A piece of a row. */
export interface Piece {
  readonly text: string;
  readonly box: PageBox;
  readonly line: number;
}

interface Signatures {
  /** A name, perhaps a pangkat, and under them a NIP, one below the other and none with a label of its own. */
  readonly stacks: readonly PageBox[];
  /** What stands close under "Ditetapkan di …" and the like in the lower part of a page. */
  readonly under: readonly PageBox[];
}

const signaturesOf = new WeakMap<ReadingStream, Signatures>();

function signatures(stream: ReadingStream): Signatures {
  const known = signaturesOf.get(stream);
  if (known) return known;
  const pieces = piecesIn(stream);
  const made = { stacks: stacksIn(pieces), under: underAnchors(pieces) };
  signaturesOf.set(stream, made);
  return made;
}

function isSigned(boxes: readonly PageBox[], stream: ReadingStream): boolean {
  const { stacks, under } = signatures(stream);
  return samePlace(boxes, stacks) || samePlace(boxes, under);
}

/** Whether a place is part of a signature with name and NIP, by any reading of the page. */
export function isInSignature(
  boxes: readonly PageBox[],
  streams: readonly ReadingStream[],
): boolean {
  return streams.some((stream) => samePlace(boxes, signatures(stream).stacks));
}

/** What a charter is given to: the person named below it is nobody who signs. */
const given = /\bkepada\s*:?$/iu;

function stacksIn(pieces: readonly Piece[]): PageBox[] {
  const nips = pieces.filter(({ text }) => /^N\.?\s?I\.?\s?P\b/.test(text) && /\d{4}/.test(text));
  return nips.flatMap((nip) => {
    const stack = [nip];
    for (let below = nip; stack.length < 4;) {
      const above = pieces.findLast((piece) => isAbove(piece, below));
      if (above && given.test(above.text)) return [];
      if (!above || label.test(above.text) || above.text.includes(':')) break;
      stack.push(above);
      below = above;
    }
    return stack.length > 1 ? stack.map(({ box }) => box) : [];
  });
}

function underAnchors(pieces: readonly Piece[]): PageBox[] {
  return pieces
    .filter(({ text, box }) => box[1] > 0.45 && anchors.test(text))
    .flatMap((anchor) =>
      pieces
        .filter(
          ({ text, box }) =>
            box[1] > anchor.box[3] - 0.005 &&
            box[1] < anchor.box[3] + 0.24 &&
            box[2] > anchor.box[0] - 0.05 &&
            box[0] < anchor.box[2] + 0.15 &&
            !label.test(text) &&
            !text.includes(':'),
        )
        .map(({ box }) => box),
    );
}

const anchors = new RegExp(
  [
    String.raw`^(?:ditetapkan\s+di|pada\s+tanggal|dikeluarkan\s+di|a\.?\s?n\.|mengetahui|(?:untuk\s+)?petikan\s+yang\s+sah)`,
    String.raw`^(?:rektor|dekan|direktur|bupati|gubernur)(?:\s\p{L}+){0,2}[,.]?$`,
    String.raw`^\p{Lu}[\p{L} ]+,\s*(?:tanggal\s+)?\d{1,2}\s+\p{L}+\s+\d{4}$`,
    String.raw`^(?:plt\.?\s|plh\.?\s)?(?:rektor|dekan|direktur|ketua|kepala|bupati|gubernur|wali\s?kota|sekretaris|deputi|menteri|camat|lurah|pejabat|pembantu)\b.*,$`,
  ].join('|'),
  'iu',
);

function isAbove(piece: Piece, below: Piece): boolean {
  const height = below.box[3] - below.box[1];
  const gap = below.box[1] - piece.box[3];
  const center = ({ box }: Piece): number => (box[0] + box[2]) / 2;
  return (
    piece.line < below.line &&
    gap < height * 1.2 &&
    (Math.abs(piece.box[0] - below.box[0]) < 0.02 || Math.abs(center(piece) - center(below)) < 0.02)
  );
}

/** Pieces of the stream's lines, divided by wide gaps. */
export function piecesIn(stream: ReadingStream): Piece[] {
  const pieces: Piece[] = [];
  let right = 0;
  for (const { text, box, line } of stream.words) {
    const last = pieces.at(-1);
    const gap = (box[0] - right) * stream.aspect;
    right = box[2];
    if (last?.line === line && gap < (box[3] - box[1]) * 1.1) {
      pieces[pieces.length - 1] = {
        text: `${last.text} ${text}`,
        box: unionOf(last.box, box),
        line,
      };
    } else pieces.push({ text, box, line });
  }
  return pieces;
}
