import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';

/** The picture as a PGM file (binary, "P5"): what the recogniser takes with the least work on either side. */
export function pgmOf(image: GreyImage, shelf: PictureShelf): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${image.width} ${image.height}\n255\n`);
  const file = shelf.take('pgm', head.length + image.pixels.length);
  file.set(head);
  file.set(image.pixels, head.length);
  return file;
}
