import { compose, type Affine } from '#renderer/pdf/affine.ts';
import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';

/** How a picture is laid: rows and columns exchanged first, then mirrored. */
export interface Layout {
  readonly transpose: boolean;
  readonly flipX: boolean;
  readonly flipY: boolean;
}

/** Turns by degrees clockwise. */
export const turns = {
  90: { transpose: true, flipX: true, flipY: false },
  180: { transpose: false, flipX: true, flipY: true },
  270: { transpose: true, flipX: false, flipY: true },
} as const satisfies Record<number, Layout>;

/** A picture of a page: `toPage` carries pixels (origin at the upper left corner) to shares of the page. */
export interface PagePicture {
  readonly image: GreyImage;
  readonly toPage: Affine;
}

/** How a picture must be laid so that it stands as its page does; `width` and `height` of the page in points. */
export function layoutOf(toPage: Affine, page: { width: number; height: number }): Layout {
  const [right, down] = [
    [toPage[0] * page.width, toPage[1] * page.height],
    [toPage[2] * page.width, toPage[3] * page.height],
  ] as const;
  const transpose = Math.abs(right[0]) < Math.abs(right[1]);
  return transpose
    ? { transpose, flipX: down[0] < 0, flipY: right[1] < 0 }
    : { transpose, flipX: right[0] < 0, flipY: down[1] < 0 };
}

/** The picture laid anew, in the buffer of that purpose; itself when nothing is to be done. */
export function layAnew(
  picture: PagePicture,
  layout: Layout,
  shelf: PictureShelf,
  purpose: string,
): PagePicture {
  const { transpose, flipX, flipY } = layout;
  if (!transpose && !flipX && !flipY) return picture;
  const { image } = picture;
  const [width, height] = transpose ? [image.height, image.width] : [image.width, image.height];
  const laid = shelf.image(purpose, width, height);
  // Steps in the source for one pixel to the right and one row down.
  const right = (transpose ? image.width : 1) * (flipX ? -1 : 1);
  const down = (transpose ? 1 : image.width) * (flipY ? -1 : 1);
  const first = (flipX ? -right * (width - 1) : 0) + (flipY ? -down * (height - 1) : 0);
  const { pixels } = image;
  for (let y = 0, to = 0; y < height; y += 1) {
    let from = first + down * y;
    for (let x = 0; x < width; x += 1, to += 1, from += right) laid.pixels[to] = pixels[from] ?? 0;
  }
  return { image: laid, toPage: compose(picture.toPage, backTo(layout, width, height)) };
}

// From the laid picture's pixels to those of the picture before.
function backTo({ transpose, flipX, flipY }: Layout, width: number, height: number): Affine {
  const [sx, ex] = flipX ? [-1, width] : [1, 0];
  const [sy, ey] = flipY ? [-1, height] : [1, 0];
  return transpose ? [0, sx, sy, 0, ey, ex] : [sx, 0, 0, sy, ex, ey];
}
