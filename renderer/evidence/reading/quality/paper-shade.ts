import type { GreyImage } from '#renderer/evidence/reading/picture/grey-image.ts';

/** Step in pixels between those looked at: prime, so that no pattern is followed. */
const step = 11;
/** Share of the pixels that are darker than the paper. */
const darker = 0.6;

/** The shade of the paper, where most of the page lies: 0 black, 255 white. */
export function paperShade({ pixels }: GreyImage): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let at = 0; at < pixels.length; at += step) {
    const shade = pixels[at] ?? 0;
    counts[shade] = (counts[shade] ?? 0) + 1;
    total += 1;
  }
  let seen = 0;
  for (const [shade, count] of counts.entries()) {
    seen += count;
    if (seen >= total * darker) return shade;
  }
  return 255;
}
