import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';

/** Side of the squares, in pixels, in which the paper's shade is taken. */
const square = 32;
/** The paper's shade is the one that this share of a square's pixels does not exceed. */
const paperShare = 0.85;
/** By how much the shades of the paper's squares must differ (between their 5th and 95th hundredth) to count as uneven. */
const unevenBy = 24;

/** Shades of the paper, square by square. */
interface Paper {
  readonly columns: number;
  readonly rows: number;
  readonly shades: Float32Array;
}

/** The picture on even white paper, in the purpose's buffer; itself where its paper is even already. */
export function flattened(image: GreyImage, shelf: PictureShelf, purpose: string): GreyImage {
  const paper = paperOf(image);
  if (!isUneven(paper)) return image;
  const flat = shelf.image(purpose, image.width, image.height);
  const { columns, rows, shades } = paper;
  for (let y = 0; y < image.height; y += 1) {
    const down = Math.max(0, Math.min(rows - 1.001, (y + 0.5) / square - 0.5));
    const top = Math.floor(down);
    const bottom = Math.min(rows - 1, top + 1);
    const below = down - top;
    for (let x = 0; x < image.width; x += 1) {
      const across = Math.max(0, Math.min(columns - 1.001, (x + 0.5) / square - 0.5));
      const left = Math.floor(across);
      const right = Math.min(columns - 1, left + 1);
      const beside = across - left;
      const upper = mix(shades[top * columns + left], shades[top * columns + right], beside);
      const lower = mix(shades[bottom * columns + left], shades[bottom * columns + right], beside);
      const at = y * image.width + x;
      const shade = Math.max(24, mix(upper, lower, below));
      flat.pixels[at] = Math.min(255, ((image.pixels[at] ?? 0) * 250) / shade);
    }
  }
  return flat;
}

function mix(one: number | undefined, other: number | undefined, share: number): number {
  return (one ?? 0) * (1 - share) + (other ?? 0) * share;
}

function paperOf(image: GreyImage): Paper {
  const columns = Math.max(1, Math.ceil(image.width / square));
  const rows = Math.max(1, Math.ceil(image.height / square));
  const shades = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [left, top] = [column * square, row * square];
      const right = Math.min(image.width, left + square);
      const bottom = Math.min(image.height, top + square);
      counts.fill(0);
      for (let y = top; y < bottom; y += 1) {
        for (let at = y * image.width + left; at < y * image.width + right; at += 1) {
          const shade = image.pixels[at] ?? 0;
          counts[shade] = (counts[shade] ?? 0) + 1;
        }
      }
      shades[row * columns + column] = shadeAt(
        counts,
        (right - left) * (bottom - top) * paperShare,
      );
    }
  }
  return { columns, rows, shades: lightestAround({ columns, rows, shades }) };
}

// A square full of dark print or a photo takes the paper's shade from beside it.
function lightestAround({ columns, rows, shades }: Paper): Float32Array {
  const lightest = new Float32Array(shades.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const around: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
          around.push(shades[y * columns + x] ?? 0);
        }
      }
      around.sort((a, b) => a - b);
      lightest[row * columns + column] = around[Math.floor(around.length * 0.7)] ?? 255;
    }
  }
  return lightest;
}

function shadeAt(counts: Uint32Array, below: number): number {
  let seen = 0;
  for (const [shade, count] of counts.entries()) {
    seen += count;
    if (seen >= below) return shade;
  }
  return 255;
}

function isUneven({ shades }: Paper): boolean {
  const sorted = shades.toSorted();
  const [low, high] = [sorted.length * 0.05, sorted.length * 0.95].map(
    (at) => sorted[Math.floor(at)],
  );
  return (high ?? 0) - (low ?? 0) > unevenBy;
}
