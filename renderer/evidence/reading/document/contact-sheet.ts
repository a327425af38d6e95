import { compose, type Affine } from '#renderer/pdf/affine.ts';
import { enlarged } from '#renderer/evidence/reading/document/read-again.ts';
import { linesHigh, pixelsOf } from '#renderer/evidence/reading/document/read-piece.ts';
import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import type { PixelBox } from '#renderer/evidence/reading/picture/resample.ts';
import type { PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import { paperShade } from '#renderer/evidence/reading/quality/paper-shade.ts';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';

/** Pieces of a page one below the other in one picture: read at once they cost a fraction of what each alone would. */
export interface ContactSheet {
  readonly image: GreyImage;
  /** The map from the sheet's pixels to the page at this height of the sheet. */
  toPageAt(y: number): Affine;
}

/** Height in pixels that the lines of all pieces are brought to. */
const line = 44;
/** Paper around the pieces and between them. */
const paper = 24;
/** Pieces are made no more so much larger or smaller. */
const [mostSmaller, mostLarger] = [0.25, 4];

/** Lays pieces of a page's picture that hold a line each on a sheet; null where nothing of them lies on the page. */
export function contactSheet(
  picture: PagePicture,
  boxes: readonly PageBox[],
  shelf: PictureShelf,
): ContactSheet | null {
  const strips = stripsOf(picture, boxes);
  if (strips.length === 0) return null;
  const width = Math.max(...strips.map((strip) => strip.width)) + 2 * paper;
  const height = strips.reduce((sum, strip) => sum + strip.height + paper, paper);
  const sheet = shelf.image('lembar', width, height);
  sheet.pixels.fill(paperShade(picture.image));
  const maps: { readonly from: number; readonly toPage: Affine }[] = [];
  let top = paper;
  for (const { part, scale } of strips) {
    const { image, toPage } = enlarged(picture, part, scale, shelf, 'potongan');
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

interface Strip {
  readonly part: PixelBox;
  readonly scale: number;
  /** On the sheet. */
  readonly width: number;
  readonly height: number;
}

function stripsOf(picture: PagePicture, boxes: readonly PageBox[]): readonly Strip[] {
  return boxes.flatMap((box) => {
    const part = pixelsOf(picture, box);
    if (!part) return [];
    const scale = Math.min(mostLarger, Math.max(mostSmaller, (line * linesHigh) / part.whole));
    const [width, height] = [part.width, part.height].map((length) =>
      Math.max(1, Math.round(length * scale)),
    );
    return [{ part, scale, width: width ?? 1, height: height ?? 1 }];
  });
}
