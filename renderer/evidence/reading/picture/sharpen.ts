import type { GreyImage, PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';

/** How much of the difference between a pixel and its surroundings (three by three) is added to it. */
const strength = 1.2;

/** The picture with its edges made steeper, in the purpose's buffer. */
export function sharpened(image: GreyImage, shelf: PictureShelf, purpose: string): GreyImage {
  const { width, height, pixels } = image;
  const sharp = shelf.image(purpose, width, height);
  for (let y = 0; y < height; y += 1) {
    const rows = [Math.max(0, y - 1), y, Math.min(height - 1, y + 1)].map((row) => row * width);
    for (let x = 0; x < width; x += 1) {
      const [before, after] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      let around = 0;
      for (const row of rows) {
        around += (pixels[row + before] ?? 0) + (pixels[row + x] ?? 0) + (pixels[row + after] ?? 0);
      }
      const shade = pixels[y * width + x] ?? 0;
      const steep = shade + strength * (shade - around / 9);
      sharp.pixels[y * width + x] = Math.max(0, Math.min(255, Math.round(steep)));
    }
  }
  return sharp;
}
