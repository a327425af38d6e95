import type { GreyImage } from '#renderer/workers/evidence/picture/grey-image.ts';

/** Shades of a page: its paper, its darkest print (0 black, 255 white). */
export interface PaperAndInk {
  readonly paper: number;
  readonly ink: number;
}

/** Step in pixels between those looked at: prime, so that no pattern is followed. */
const step = 11;
/** Shares of the pixels that are darker than the print's shade, and than the paper's. */
const [inkShare, paperShare] = [0.01, 0.6];

/** The shade of the paper (where most of the page lies) and of the print (the darkest hundredth). */
export function paperAndInk(image: GreyImage): PaperAndInk {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let at = 0; at < image.pixels.length; at += step) {
    const shade = image.pixels[at] ?? 0;
    counts[shade] = (counts[shade] ?? 0) + 1;
    total += 1;
  }
  return { ink: shadeAt(counts, total * inkShare), paper: shadeAt(counts, total * paperShare) };
}

function shadeAt(counts: Uint32Array, below: number): number {
  let seen = 0;
  for (const [shade, count] of counts.entries()) {
    seen += count;
    if (seen >= below) return shade;
  }
  return 255;
}
