import type { GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';

/** Side of a block in pixels, at `acuityDpi`. */
const side = 24;
/** Resolution at which acuity is measured: dots per inch. */
export const acuityDpi = 150;
/**
 * A block is printed when its contrast reaches this share of the page's strongest (its 98th hundredth), but at least and
 * at most so much: the grain of paper and the traces of JPEG stay below 40, pale print on quiet paper need not reach 60.
 */
const printed = { share: 0.45, least: 32, most: 60 } as const;
/** A block with an edge steeper than this in every direction is print. */
const flatEdge = 0.06;

/** Share of the block's contrast by which every pixel of a row or column is darker than paper where a line runs. */
const lineShade = 0.5;

/** How sharp print stands on the paper. */
export interface Acuity {
  /** Steepest step between neighbours as a share of the block's contrast: middle of all blocks, worst direction. */
  readonly acuity: number;
  /** The same in the best direction. */
  readonly best: number;
  /** Contrast of print and paper in the middle of all blocks, 0 to 255. */
  readonly contrast: number;
  /** Blocks with print. */
  readonly blocks: number;
}

/**
 * Edge acuity of a picture at `acuityDpi`: scans in focus have 0.35 and more. Directions are looked at one by one, since
 * a picture shaken in one direction stays sharp in the other. Null when hardly anything is printed.
 */
export function edgeAcuity(image: GreyImage): Acuity | null {
  const blocks: Block[] = [];
  for (let top = 0; top + side < image.height; top += side) {
    for (let left = 0; left + side < image.width; left += side) {
      blocks.push(blockAt(image, left, top));
    }
  }
  const strongest = valueAt(
    blocks.map((block) => block.contrast),
    0.98,
  );
  const least = Math.min(printed.most, Math.max(printed.least, strongest * printed.share));
  const print = blocks.filter(
    ({ contrast, edges }) => contrast >= least && Math.min(...edges) >= flatEdge * contrast,
  );
  if (print.length < leastBlocks) return null;
  const letters = print.filter((block) => !block.ruled);
  // Heavy blur makes one line of a row of letters.
  const text = letters.length < leastBlocks ? print : letters;
  const middles = [0, 1, 2, 3].map((direction) =>
    valueAt(
      text.map(({ contrast, edges }) => (edges[direction] ?? 0) / contrast),
      0.5,
    ),
  );
  return {
    acuity: Math.min(...middles),
    best: Math.max(...middles),
    contrast: valueAt(
      text.map((block) => block.contrast),
      0.5,
    ),
    blocks: text.length,
  };
}

/** Below so many printed blocks a page is as good as blank. */
const leastBlocks = 6;

/** Steepest steps across, down and along both diagonals, and lightest less darkest pixel. */
interface Block {
  readonly edges: readonly number[];
  readonly contrast: number;
  /** A line runs through it: along a line there is no edge, however sharp it is, and a sheet lies never quite straight. */
  readonly ruled: boolean;
}

function blockAt(image: GreyImage, left: number, top: number): Block {
  const { pixels, width } = image;
  let [darkest, lightest] = [255, 0];
  let [across, down, falling, rising] = [0, 0, 0, 0];
  let darkestRow = 255;
  const columns = new Uint8Array(side);
  for (let y = top; y < top + side; y += 1) {
    let at = y * width + left;
    let lightestOfRow = 0;
    for (let x = 0; x < side; x += 1, at += 1) {
      const here = pixels[at] ?? 0;
      if (here < darkest) darkest = here;
      if (here > lightest) lightest = here;
      if (here > lightestOfRow) lightestOfRow = here;
      if (here > (columns[x] ?? 0)) columns[x] = here;
      across = Math.max(across, Math.abs(here - (pixels[at + 1] ?? here)));
      down = Math.max(down, Math.abs(here - (pixels[at + width] ?? here)));
      falling = Math.max(falling, Math.abs(here - (pixels[at + width + 1] ?? here)));
      rising = Math.max(rising, Math.abs(here - (pixels[at + width - 1] ?? here)));
    }
    if (lightestOfRow < darkestRow) darkestRow = lightestOfRow;
  }
  const contrast = lightest - darkest;
  const throughout = Math.min(darkestRow, ...columns);
  return {
    edges: [across, down, falling, rising],
    contrast,
    ruled: throughout < lightest - contrast * lineShade,
  };
}

function valueAt(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
