import { compose, mapBox } from '#renderer/pdf/affine.ts';
import type { PlacedPicture } from '#renderer/pdf/page-content.ts';
import type { PagePicture } from '#renderer/evidence/reading/picture/turn.ts';

/** Size of a page in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Longest paper that offices use (F4), in inches: a larger page is a picture at a made-up size. */
const longestPaper = 13;
/** A smaller picture (share of the page) is an emblem: it says nothing of the page. */
const leastCoverage = 0.1;
/** A stencil this small is a speck. */
const leastStencil = 0.002;
/** How many times finer a layer must be than the one below it to carry its print. */
const finer = 1.3;
/** Share of a picture that finer stencils lie on, or finer pictures, for it to be the background of what they print. */
const [underStencils, underPictures] = [0.02, 0.5];

/** Dots per inch on the paper, of the picture's wider dots. */
export function dpiOf(toPage: PagePicture['toPage'], page: PageSize): number {
  const longest = Math.max(page.width, page.height) / 72;
  const shrunk = Math.min(1, longestPaper / longest);
  // One pixel to the right, in inches on the paper.
  const across = Math.hypot(toPage[0] * page.width, toPage[1] * page.height) * (shrunk / 72);
  const down = Math.hypot(toPage[2] * page.width, toPage[3] * page.height) * (shrunk / 72);
  const pixel = Math.max(across, down);
  return pixel > 0 ? 1 / pixel : unknownDpi;
}

const unknownDpi = 200;

/**
 * Dots per inch at which the print of a page was scanned; null where nothing of it was. Compact scans lay their print in
 * fine stencils over a coarse picture of the paper: that one says nothing. Of several scans the coarsest counts.
 */
export function dpiOfPrint(pictures: readonly PlacedPicture[], page: PageSize): number | null {
  const layers = pictures
    .filter(({ width, height, coverage, stencil }) => {
      return width > 0 && height > 0 && coverage > (stencil ? leastStencil : leastCoverage);
    })
    .map((picture): Layer => layerOf(picture, page));
  const scans = layers.filter(({ coverage }) => coverage > leastCoverage);
  const printed = scans.filter((layer) => !isBackground(layer, layers));
  // Print in many small stencils.
  const carriers = printed.length > 0 || scans.length === 0 ? printed : layers;
  const resolutions = carriers.map(({ dpi }) => dpi);
  if (resolutions.length === 0) return null;
  return printed.length > 0 ? Math.min(...resolutions) : Math.max(...resolutions);
}

interface Layer {
  readonly dpi: number;
  readonly stencil: boolean;
  readonly coverage: number;
  readonly box: readonly [number, number, number, number];
}

function layerOf(
  { toPage, width, height, stencil, coverage }: PlacedPicture,
  page: PageSize,
): Layer {
  const dpi = dpiOf(compose(toPage, [1 / width, 0, 0, 1 / height, 0, 0]), page);
  return { dpi, stencil, coverage, box: mapBox(toPage, [0, 0, 1, 1]) };
}

function isBackground(layer: Layer, layers: readonly Layer[]): boolean {
  const above = layers.filter(({ dpi }) => dpi > layer.dpi * finer);
  const stencils = above.filter(({ stencil }) => stencil);
  return shareUnder(layer, stencils) >= underStencils || shareUnder(layer, above) >= underPictures;
}

function shareUnder({ box }: Layer, above: readonly Layer[]): number {
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  const shared = above.reduce((sum, other) => sum + sharedArea(box, other.box), 0);
  return area > 0 ? shared / area : 0;
}

function sharedArea(one: Layer['box'], other: Layer['box']): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return width > 0 && height > 0 ? width * height : 0;
}
