import type { GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';

/** From this many inches a dark stroke is a ruled line, if it is thinner than `thin` inches. */
const [longest, thin] = [0.32, 0.045];

/**
 * Paints the ruled lines of tables and forms white, in place. What crosses a line stays: a stroke is only erased where
 * it is thin, and letters that touch it go on above or below.
 */
export function eraseRuledLines(image: GreyImage, dpi: number): void {
  const dark = darkBelow(image);
  const grid = { along: 1, across: image.width, length: image.width, count: image.height };
  eraseAlong(image, grid, dark, dpi);
  const turned = { along: image.width, across: 1, length: image.height, count: image.width };
  eraseAlong(image, turned, dark, dpi);
}

/** How to walk: `along` and `across` are steps in the pixels; `count` rows of `length` pixels. */
interface Grid {
  readonly along: number;
  readonly across: number;
  readonly length: number;
  readonly count: number;
}

function eraseAlong(image: GreyImage, grid: Grid, dark: number, dpi: number): void {
  const { pixels } = image;
  const least = Math.round(longest * dpi);
  const most = Math.max(2, Math.round(thin * dpi));
  for (let row = 0; row < grid.count; row += 1) {
    const start = row * grid.across;
    let run = 0;
    for (let at = 0; at <= grid.length; at += 1) {
      const isDark = at < grid.length && (pixels[start + at * grid.along] ?? 255) < dark;
      if (isDark) {
        run += 1;
        continue;
      }
      if (run >= least) eraseRun(pixels, grid, { row, from: at - run, to: at, dark, most });
      run = 0;
    }
  }
}

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly dark: number;
  readonly most: number;
}

function eraseRun(pixels: Uint8Array, grid: Grid, run: Run): void {
  for (let at = run.from; at < run.to; at += 1) {
    const reach = darkAround(pixels, grid, run, at);
    if (reach.above + reach.below + 1 > run.most) continue;
    for (let step = -reach.above - 1; step <= reach.below + 1; step += 1) {
      const row = run.row + step;
      if (row >= 0 && row < grid.count) pixels[row * grid.across + at * grid.along] = 255;
    }
  }
}

function darkAround(
  pixels: Uint8Array,
  grid: Grid,
  { row, dark, most }: Run,
  at: number,
): { readonly above: number; readonly below: number } {
  const isDark = (line: number): boolean =>
    line >= 0 && line < grid.count && (pixels[line * grid.across + at * grid.along] ?? 255) < dark;
  let above = 0;
  while (above <= most && isDark(row - above - 1)) above += 1;
  let below = 0;
  while (below <= most && isDark(row + below + 1)) below += 1;
  return { above, below };
}

/** Half way between the paper (its usual shade) and the darkest print. */
function darkBelow(image: GreyImage): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < image.pixels.length; at += 7) {
    const shade = image.pixels[at] ?? 0;
    counts[shade] = (counts[shade] ?? 0) + 1;
  }
  const total = image.pixels.length / 7;
  let seen = 0;
  let ink = -1;
  let paper = 255;
  for (const [shade, count] of counts.entries()) {
    seen += count;
    if (ink < 0 && seen >= total * 0.005) ink = shade;
    if (seen >= total * 0.5) {
      paper = shade;
      break;
    }
  }
  return (Math.max(0, ink) + paper) / 2;
}
