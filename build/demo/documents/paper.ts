import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { makeRandom } from '#build/demo/random.ts';

/** How many different papers there are. */
export const paperCount = 4;

/** Longest side of a scanned page in pixels: Legal at 110 dpi, with some to spare. */
const side = 1600;
const papers = new Map<number, Canvas>();
const tints = [
  [246, 246, 244],
  [250, 249, 243],
  [238, 238, 239],
  [243, 240, 231],
] as const;

/** A large scanned sheet without text, to cut pages from: tint, grain and specks. Kept once made. */
export function paperOf(paper: number): Canvas {
  const index = paper % paperCount;
  const found = papers.get(index) ?? makePaper(index);
  papers.set(index, found);
  return found;
}

function makePaper(paper: number): Canvas {
  const canvas = createCanvas(side, side);
  const ctx = canvas.getContext('2d');
  const random = makeRandom('kertas', paper);
  const image = ctx.createImageData(side, side);
  const [red, green, blue] = tints[paper]!;
  for (let at = 0; at < image.data.length; at += 4) {
    const grain = (random.fraction() + random.fraction() - 1) * 4;
    image.data[at] = red + grain;
    image.data[at + 1] = green + grain;
    image.data[at + 2] = blue + grain;
    image.data[at + 3] = 255;
  }
  ctx.putImageData(image, 0, 0);
  ctx.fillStyle = 'rgba(60, 60, 64, 0.35)';
  for (let speck = 0; speck < 70; speck += 1) {
    const size = random.fraction() * 1.6;
    ctx.fillRect(random.whole(0, side), random.whole(0, side), size, size);
  }
  return canvas;
}
