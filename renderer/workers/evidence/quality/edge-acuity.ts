import type { GreyImage } from '#renderer/workers/evidence/picture/grey-image.ts';

/** Side of a block in pixels, at `acuityDpi`. */
const side = 24;
/** Resolution at which acuity is measured: dots per inch. */
export const acuityDpi = 150;
/** From this contrast between its lightest and darkest pixel a block counts as printed. */
const leastContrast = 60;
/** A block with an edge steeper than this in every direction is text; ruled lines have none along themselves. */
const flatEdge = 0.06;

/** How sharp print stands on the paper. */
export interface Acuity {
  /** Steepest step between neighbours as a share of the block's contrast: middle of all blocks, worst direction. */
  readonly acuity: number;
  /** Blocks with print. */
  readonly blocks: number;
}

/**
 * Edge acuity of a picture at `acuityDpi`: 0.4 and more is sharp, below 0.32 nothing can be read. Directions are looked
 * at one by one, since a picture shaken in one direction stays sharp in the other. Null when hardly anything is printed.
 */
export function edgeAcuity(image: GreyImage): Acuity | null {
  const steepest: number[][] = [[], [], [], []];
  for (let top = 0; top + side < image.height; top += side) {
    for (let left = 0; left + side < image.width; left += side) {
      const shares = blockEdges(image, left, top);
      if (!shares) continue;
      for (const [direction, share] of shares.entries()) steepest[direction]?.push(share);
    }
  }
  const blocks = steepest[0]?.length ?? 0;
  if (blocks < leastBlocks) return null;
  return { acuity: Math.min(...steepest.map(middleOf)), blocks };
}

/** Below so many printed blocks a page is as good as blank. */
const leastBlocks = 6;

function blockEdges(image: GreyImage, left: number, top: number): readonly number[] | null {
  const { pixels, width } = image;
  let [darkest, lightest] = [255, 0];
  let [across, down, falling, rising] = [0, 0, 0, 0];
  for (let y = top; y < top + side; y += 1) {
    let at = y * width + left;
    for (let x = 0; x < side; x += 1, at += 1) {
      const here = pixels[at] ?? 0;
      if (here < darkest) darkest = here;
      if (here > lightest) lightest = here;
      across = Math.max(across, Math.abs(here - (pixels[at + 1] ?? here)));
      down = Math.max(down, Math.abs(here - (pixels[at + width] ?? here)));
      falling = Math.max(falling, Math.abs(here - (pixels[at + width + 1] ?? here)));
      rising = Math.max(rising, Math.abs(here - (pixels[at + width - 1] ?? here)));
    }
  }
  const contrast = lightest - darkest;
  if (contrast < leastContrast) return null;
  const shares = [across, down, falling, rising].map((step) => step / contrast);
  return Math.min(...shares) < flatEdge ? null : shares;
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
