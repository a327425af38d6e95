/** A picture in shades of grey, one byte a pixel, row by row; 0 is black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * Memory for pictures, kept by purpose and used again: a page of 8 million pixels costs its buffers once, not once a
 * page. Who takes a buffer of the same purpose again overwrites what lay there.
 */
export class PictureShelf {
  readonly #buffers = new Map<string, Uint8Array<ArrayBuffer>>();

  take(purpose: string, length: number): Uint8Array<ArrayBuffer> {
    let buffer = this.#buffers.get(purpose);
    if (buffer === undefined || buffer.length < length) {
      // The small one goes before the large one comes.
      this.#buffers.delete(purpose);
      buffer = new Uint8Array(length);
      this.#buffers.set(purpose, buffer);
    }
    return buffer.subarray(0, length);
  }

  image(purpose: string, width: number, height: number): GreyImage & { pixels: Uint8Array } {
    return { width, height, pixels: this.take(purpose, width * height) };
  }
}
