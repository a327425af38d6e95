import { compose, type Affine } from '#renderer/pdf/affine.ts';
import { enlarged } from '#renderer/evidence/reading/document/read-again.ts';
import { linesHigh, pixelsOf } from '#renderer/evidence/reading/document/read-piece.ts';
import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import type { PixelBox } from '#renderer/evidence/reading/picture/resample.ts';
import type { PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import { paperShade } from '#renderer/evidence/reading/quality/paper-shade.ts';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';
import { unionOf } from '#renderer/evidence/matching/reading-stream.ts';

/** Pieces of a page one below the other in one picture: read at once they cost a fraction of what each alone would. */
export interface ContactSheet {
  readonly image: GreyImage;
  /** The map from the sheet's pixels to the page at this height of the sheet. */
  toPageAt(y: number): Affine;
}

/** How the pieces of a sheet are prepared. */
export interface SheetLook {
  /** Height in pixels that the lines of all pieces are brought to, and how much more they grow across. */
  readonly line: number;
  readonly wider: number;
}

/** Paper around the pieces and between them. */
const paper = 24;
/** Pieces are made no more so much larger or smaller. */
const [mostSmaller, mostLarger] = [0.25, 4];

/** Lays pieces of a page's picture that hold a line each on a sheet; null where nothing of them lies on the page. */
export function contactSheet(
  picture: PagePicture,
  boxes: readonly PageBox[],
  look: SheetLook,
  shelf: PictureShelf,
): ContactSheet | null {
  const strips = stripsOf(picture, joinedOnLines(boxes), look);
  if (strips.length === 0) return null;
  const width = Math.max(...strips.map((strip) => strip.width)) + 2 * paper;
  const height = strips.reduce((sum, strip) => sum + strip.height + paper, paper);
  const sheet = shelf.image('lembar', width, height);
  sheet.pixels.fill(paperShade(picture.image));
  const maps: { readonly from: number; readonly toPage: Affine }[] = [];
  let top = paper;
  for (const { part, scale } of strips) {
    const { image, toPage } = enlarged(picture, part, scale, shelf, 'potongan', look.wider);
    for (let y = 0; y < image.height; y += 1) {
      const row = image.pixels.subarray(y * image.width, (y + 1) * image.width);
      sheet.pixels.set(row, (top + y) * width + paper);
    }
    maps.push({ from: top - paper / 2, toPage: compose(toPage, [1, 0, 0, 1, -paper, -top]) });
    top += image.height + paper;
  }
  const first = maps[0]!.toPage;
  return {
    image: sheet,
    toPageAt: (y) => maps.findLast(({ from }) => from <= y)?.toPage ?? first,
  };
}

/** How far pieces of one line lie apart in height, and differ in it, in heights of a piece. */
const sameLine = 0.2;

/** Pieces of one line that overlap (a name and its titles) as one: no word is read twice, nor cut where its piece ends. */
export function joinedOnLines(boxes: readonly PageBox[]): readonly PageBox[] {
  const joined: PageBox[] = [];
  for (const box of boxes.toSorted((one, other) => one[0] - other[0])) {
    const at = joined.findIndex((one) => box[0] <= one[2] && areOfOneLine(one, box));
    if (at < 0) joined.push(box);
    else joined[at] = unionOf(joined[at]!, box);
  }
  return joined;
}

function areOfOneLine(one: PageBox, other: PageBox): boolean {
  const most = sameLine * (one[3] - one[1]);
  return Math.abs(one[1] - other[1]) < most && Math.abs(one[3] - other[3]) < most;
}

interface Strip {
  readonly part: PixelBox;
  readonly scale: number;
  /** On the sheet. */
  readonly width: number;
  readonly height: number;
}

function stripsOf(
  picture: PagePicture,
  boxes: readonly PageBox[],
  { line, wider }: SheetLook,
): readonly Strip[] {
  return boxes.flatMap((box) => {
    const part = pixelsOf(picture, box);
    if (!part) return [];
    const scale = Math.min(mostLarger, Math.max(mostSmaller, (line * linesHigh) / part.whole));
    const [width, height] = [part.width * wider, part.height].map((length) =>
      Math.max(1, Math.round(length * scale)),
    );
    return [{ part, scale, width: width ?? 1, height: height ?? 1 }];
  });
}
