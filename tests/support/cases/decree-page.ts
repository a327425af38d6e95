import { deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { registerFonts } from '#build/demo/documents/fonts.ts';
import { decree, scannedPages, sheet } from '#tests/support/evidence/draw-scan.ts';
import type { MadeObject } from '#tests/support/cases/made-pdf.ts';

/** Values that stand in the decree, by the field that proposes them. */
export const inDecree = {
  skNomor: '821.2/457/BKPSDM/2021',
  nip: '198504122010012012',
  nama: 'SITI RAHMAWATI',
  tmtGolongan: '2021-04-01',
} as const;

/** Where a line of the decree begins, in points from the lower left corner. */
export function lineAt(start: string): { readonly left: number; readonly baseline: number } {
  const line = decree.find(({ text }) => text.startsWith(start));
  if (!line) throw new Error(`The decree has no such line: ${start}`);
  return { left: line.left, baseline: sheet.height - line.baseline };
}

/** The decree as print of a text layer; `font` is the name of one by the beginning of the line that it sets. */
export function printedDecree(font: Readonly<Record<string, string>> = {}): string {
  return decree
    .map(({ text, left, baseline }) => {
      const own = Object.entries(font).find(([start]) => text.startsWith(start))?.[1] ?? 'F1';
      return print(text, left, sheet.height - baseline, own);
    })
    .join('\n');
}

/** A line of print. */
export function print(text: string, left: number, baseline: number, font = 'F1'): string {
  return `BT /${font} 12 Tf ${left} ${baseline} Td (${text}) Tj ET`;
}

/** A filled box over what a line of the decree says, from so far right of its beginning. */
export function boxOver(start: string, shade: 0 | 1, from = 0, width = 260): string {
  const { left, baseline } = lineAt(start);
  return `q ${shade} g ${left + from - 4} ${baseline - 7} ${width} 22 re f Q`;
}

/** The decree off a scanner, as a picture for a PDF. */
export function scannedDecree(changed: Readonly<Record<string, string>> = {}): MadeObject {
  const lines = decree.map((line) => {
    const start = Object.keys(changed).find((each) => line.text.startsWith(each));
    return start === undefined ? line : { ...line, text: changed[start] ?? '' };
  });
  const [page] = scannedPages([lines]);
  if (!page) throw new Error('No page.');
  const [width, height] = [page.width, page.height].map((points) =>
    Math.round((points * 150) / 72),
  );
  const size = `/Width ${width}/Height ${height}`;
  return {
    head: `${image}${size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
    data: page.jpeg,
  };
}

const image = '/Type/XObject/Subtype/Image';

/** A line of print as a small picture of its own, black on white. */
export function pictureOf(text: string): MadeObject {
  const { pixels, width, height } = drawn(text.length * 32, 84, (ctx) => {
    ctx.font = '60px Tinos';
    ctx.fillText(text, 8, 62);
  });
  const size = `/Width ${width}/Height ${height}`;
  return {
    head: `${image}${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
    data: deflateSync(pixels),
  };
}

/** The decree in one bit a pixel at that resolution, on a sheet of that size in millimetres; black is 0, or 1 of a stencil. */
export async function bilevelDecree(
  dpi: number,
  [across, down]: readonly [number, number],
  stencil = false,
): Promise<MadeObject> {
  const [width, height] = [across, down].map((mm) => Math.round((mm / 25.4) * dpi));
  if (width === undefined || height === undefined) throw new Error('No size.');
  const grey = await printedPicture(width, height, dpi);
  const rowBytes = (width + 7) >> 3;
  const bits = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const white = (grey[y * width + x] ?? 255) > 127;
      if (white)
        bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (128 >> (x & 7));
    }
  }
  const kind = stencil ? '/ImageMask true/Decode[0 1]' : '/ColorSpace/DeviceGray';
  return {
    head: `${image}/Width ${width}/Height ${height}${kind}/BitsPerComponent 1/Filter/FlateDecode`,
    data: deflateSync(bits),
  };
}

/** Paper without print, coarse, as the background of a compact scan. */
export function coarsePaper(): MadeObject {
  const canvas = createCanvas(620, 877);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#f4f1ea';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const size = `/Width ${canvas.width}/Height ${canvas.height}`;
  return {
    head: `${image}${size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
    data: canvas.encodeSync('jpeg', 60),
  };
}

/** Turned so that it must be shown by /Rotate to stand upright. */
export async function turnedPicture(
  scan: MadeObject,
  degrees: 90 | 180 | 270,
): Promise<MadeObject> {
  const picture = await loadImage(Buffer.from(scan.data ?? ''));
  const across = degrees === 180;
  const canvas = createCanvas(
    across ? picture.width : picture.height,
    across ? picture.height : picture.width,
  );
  const ctx = canvas.getContext('2d');
  ctx.translate(canvas.width / 2, canvas.height / 2);
  ctx.rotate((-degrees * Math.PI) / 180);
  ctx.drawImage(picture, -picture.width / 2, -picture.height / 2);
  const size = `/Width ${canvas.width}/Height ${canvas.height}`;
  return {
    head: `${image}${size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
    data: canvas.encodeSync('jpeg', 85),
  };
}

async function printedPicture(width: number, height: number, dpi: number): Promise<Uint8Array> {
  const { pixels } = drawn(width, height, (ctx) => {
    const scale = dpi / 72;
    ctx.font = `${12 * scale}px Tinos`;
    for (const { text, left, baseline } of decree)
      ctx.fillText(text, left * scale, baseline * scale);
  });
  return pixels;
}

function drawn(
  width: number,
  height: number,
  draw: (ctx: ReturnType<ReturnType<typeof createCanvas>['getContext']>) => void,
): { readonly pixels: Uint8Array; readonly width: number; readonly height: number } {
  registerFonts();
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = '#000';
  draw(ctx);
  const { data } = ctx.getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = data[at * 4] ?? 255;
  return { pixels, width, height };
}
