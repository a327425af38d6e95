/** A picture of one bit a dot, rows filled up to whole bytes; 1 is white. */
export interface Bits {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array | Uint8ClampedArray;
}

/** How large the picture is when each pixel stands for `times` by `times` dots. */
export function shrunkSize({ width, height }: Bits, times: number) {
  const [across, down] = [width, height].map((length) => Math.max(1, Math.floor(length / times)));
  return { width: across ?? 1, height: down ?? 1 };
}

/**
 * The mean shade (0 to 255) of each `times` by `times` dots, row by row; the picture is never unpacked as a whole. The row
 * is used again for the next one.
 */
export function shadesOfBits(
  bits: Bits,
  times: number,
  onRow: (y: number, shades: Uint8Array) => void,
): void {
  const { width, height } = shrunkSize(bits, times);
  const rowBytes = (bits.width + 7) >> 3;
  const most = times * times;
  const counts = new Uint16Array(width);
  const shades = new Uint8Array(width);
  for (let y = 0; y < height; y += 1) {
    counts.fill(0);
    for (let down = 0; down < times; down += 1) {
      const row = (y * times + down) * rowBytes;
      for (let x = 0, from = 0; x < width; x += 1) {
        for (let across = 0; across < times; across += 1, from += 1) {
          const bit = ((bits.pixels[row + (from >> 3)] ?? 0) >> (7 - (from & 7))) & 1;
          counts[x] = (counts[x] ?? 0) + bit;
        }
      }
    }
    for (let x = 0; x < width; x += 1) shades[x] = ((counts[x] ?? 0) * 255) / most;
    onRow(y, shades);
  }
}
