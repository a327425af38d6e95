const side = 48;

/**
 * Whether a drawn page shows nothing at all: a picture that could not be decoded leaves the page white without any
 * error. The canvas is shrunk first, so the check costs little; faint scans still differ from plain white.
 */
export function isBlankCanvas(canvas: HTMLCanvasElement): boolean {
  const sample = document.createElement('canvas');
  sample.width = side;
  sample.height = side;
  const context = sample.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return false;
  context.imageSmoothingQuality = 'medium';
  context.drawImage(canvas, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, index) => Math.abs(value - (data[index % 4] ?? 0)) <= 1);
}
