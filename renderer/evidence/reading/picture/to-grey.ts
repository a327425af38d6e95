import type { DecodedPicture } from '#renderer/pdf/page-picture.ts';
import { shadesOfBits, shrunkSize } from '#renderer/pdf/shades-of-bits.ts';
import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';

/**
 * A picture in grey, twice: as the eye weighs colours, and with coloured ink made light (`inkless`: stamps, ball pens),
 * so that black print under a stamp can be read. Null where nothing is coloured.
 */
export interface GreyPair {
  readonly grey: GreyImage;
  readonly inkless: GreyImage | null;
}

/** Rows that are taken off a canvas at a time: four bytes a pixel for all of a large page would be memory for nothing. */
const stripRows = 128;
/** How far the channels of a pixel lie apart to count as coloured, and which share of coloured pixels makes a picture so. */
const [colourSpread, colourShare] = [48, 0.0005];

/** What a picture costs at most; a larger one is drawn smaller. Purposes name the buffers. */
export interface GreyLimits {
  readonly pixels: number;
}

/** A decoded picture in grey. `canvas` is used again and again, and holds nothing between two pictures. */
export function greyOfPicture(
  picture: DecodedPicture,
  canvas: OffscreenCanvas,
  shelf: PictureShelf,
  limits: GreyLimits,
): GreyPair {
  if (picture.kind === 'bit') return { grey: greyOfBits(picture, shelf, limits), inkless: null };
  if (picture.kind !== 'gambar') {
    const pair = new PairInMaking(picture.width, picture.height, shelf);
    pair.rows(picture.pixels, picture.kind === 'rgb' ? 3 : 4, 0, picture.height);
    return pair.done();
  }
  const scale = Math.min(1, Math.sqrt(limits.pixels / (picture.width * picture.height)));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = paintingOn(canvas);
  context.imageSmoothingQuality = 'high';
  // What is transparent shows the paper, as on the page.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture.source, 0, 0, canvas.width, canvas.height);
  return greyOfCanvas(canvas, shelf);
}

/** What is drawn on a canvas, in grey. */
export function greyOfCanvas(canvas: OffscreenCanvas, shelf: PictureShelf): GreyPair {
  const context = paintingOn(canvas);
  const { width, height } = canvas;
  const pair = new PairInMaking(width, height, shelf);
  for (let top = 0; top < height; top += stripRows) {
    const rows = Math.min(stripRows, height - top);
    pair.rows(context.getImageData(0, top, width, rows).data, 4, top, rows);
  }
  // Four bytes a pixel, which nobody needs while the page is recognised.
  canvas.width = 1;
  canvas.height = 1;
  return pair.done();
}

function paintingOn(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('No canvas can be drawn on.');
  return context;
}

class PairInMaking {
  readonly #grey: GreyImage;
  readonly #inkless: GreyImage;
  #coloured = 0;

  constructor(width: number, height: number, shelf: PictureShelf) {
    this.#grey = shelf.image('abu', width, height);
    this.#inkless = shelf.image('tanpa-tinta', width, height);
  }

  rows(from: Uint8Array | Uint8ClampedArray, channels: 3 | 4, top: number, rows: number): void {
    const { width, pixels } = this.#grey;
    const inkless = this.#inkless.pixels;
    const start = top * width;
    const end = start + rows * width;
    let coloured = 0;
    for (let to = start, at = 0; to < end; to += 1, at += channels) {
      // What is transparent shows the paper, as on the page.
      const alpha = channels === 4 ? (from[at + 3] ?? 255) : 255;
      const red = onPaper(from[at] ?? 0, alpha);
      const green = onPaper(from[at + 1] ?? 0, alpha);
      const blue = onPaper(from[at + 2] ?? 0, alpha);
      const most = Math.max(red, green, blue);
      if (most - Math.min(red, green, blue) > colourSpread) coloured += 1;
      pixels[to] = (77 * red + 150 * green + 29 * blue) >> 8;
      inkless[to] = most;
    }
    this.#coloured += coloured;
  }

  done(): GreyPair {
    const isColoured = this.#coloured > this.#grey.pixels.length * colourShare;
    return { grey: this.#grey, inkless: isColoured ? this.#inkless : null };
  }
}

function onPaper(shade: number, alpha: number): number {
  return alpha === 255 ? shade : 255 - Math.round(((255 - shade) * alpha) / 255);
}

/** One bit a pixel, rows filled up to whole bytes; 1 is white. A picture that is too large is shrunk by whole dots. */
function greyOfBits(
  picture: Extract<DecodedPicture, { kind: 'bit' | 'rgb' | 'rgba' }>,
  shelf: PictureShelf,
  limits: GreyLimits,
): GreyImage {
  const times = Math.ceil(Math.sqrt((picture.width * picture.height) / limits.pixels));
  if (times > 1) {
    const size = shrunkSize(picture, times);
    const small = shelf.image('abu', size.width, size.height);
    shadesOfBits(picture, times, (y, shades) => small.pixels.set(shades, y * size.width));
    return small;
  }
  const { width, height, pixels } = picture;
  const grey = shelf.image('abu', width, height);
  const rowBytes = (width + 7) >> 3;
  for (let y = 0, to = 0; y < height; y += 1) {
    const row = y * rowBytes;
    for (let x = 0; x < width; x += 1, to += 1) {
      const bit = ((pixels[row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      grey.pixels[to] = bit === 1 ? 255 : 0;
    }
  }
  return grey;
}
