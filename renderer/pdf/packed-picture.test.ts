import '#tests/support/pdfjs-in-node.ts';
import { ImageKind, type PDFDocumentProxy } from 'pdfjs-dist';
import { expect, test } from 'vitest';
import { drawPackedPictures, packedBits } from '#renderer/pdf/packed-picture.ts';

/** What pdf.js keeps of a picture after it has decoded it. */
async function kept(decoded: object, mostDots: number): Promise<object> {
  const store = new Map<string, object>();
  const objects = { resolve: (name: string, data: object) => void store.set(name, data) };
  const document = { getPage: () => Promise.resolve({ objs: objects, commonObjs: objects }) };
  // Of a document nothing but its pages' stores is asked.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const opened = document as unknown as PDFDocumentProxy;
  drawPackedPictures(opened, mostDots);
  // However often a page is fetched.
  await opened.getPage(1);
  const { objs } = await opened.getPage(1);
  objs.resolve('img_p0_1', decoded);
  return store.get('img_p0_1') ?? {};
}

const bits = {
  kind: ImageKind.GRAYSCALE_1BPP,
  width: 4,
  height: 4,
  data: Uint8Array.from([0b11110000, 0b10010000, 0b11000000, 0b11010000]),
};

test('a large picture in black and white is drawn at half its dots in their mean shades, and kept packed', async () => {
  const picture = await kept({ ...bits, interpolate: true, ref: '7R' }, 15);
  expect(picture).toMatchObject({ width: 2, height: 2, kind: ImageKind.RGB_24BPP });
  expect(picture).toMatchObject({ interpolate: true, ref: '7R' });
  const shades = [191, 191, 255, 63].flatMap((shade) => [shade, shade, shade]);
  expect(picture).toHaveProperty('data', Uint8Array.from(shades));
  expect(packedBits(picture)).toEqual({ width: 4, height: 4, pixels: bits.data });
});

test('pdf.js may copy it to another page', async () => {
  const copy = structuredClone(await kept(bits, 15));
  expect(copy).toMatchObject({ width: 2, height: 2, kind: ImageKind.RGB_24BPP });
  expect(copy).toHaveProperty('data.length', 12);
  expect(packedBits(copy)).toEqual({ width: 4, height: 4, pixels: bits.data });
});

test('any other picture stays as it is', async () => {
  expect(await kept(bits, 16)).toBe(bits);
  const coloured = { ...bits, kind: ImageKind.RGB_24BPP, data: new Uint8Array(48) };
  expect(await kept(coloured, 1)).toBe(coloured);
  expect(packedBits(coloured)).toBeNull();
  const bitmap = { width: 10, height: 10, bitmap: {} };
  expect(await kept(bitmap, 1)).toBe(bitmap);
});
