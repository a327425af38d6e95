import { ImageKind, type PDFDocumentProxy } from 'pdfjs-dist';
import { shadesOfBits, shrunkSize, type Bits } from '#renderer/pdf/shades-of-bits.ts';

/**
 * Has black-and-white pictures of more than that many dots drawn with at most as many. pdf.js would unpack them as a
 * whole, 160 MB for a page at 600 dots per inch, and again for each detail of it that is shown.
 */
export function drawPackedPictures(document: PDFDocumentProxy, mostDots: number): void {
  const getPage = document.getPage.bind(document);
  const watched = new WeakSet();
  document.getPage = async (number) => {
    const page = await getPage(number);
    for (const objects of [page.objs, page.commonObjs]) {
      if (watched.has(objects)) continue;
      watched.add(objects);
      const resolve: (name: string, decoded: unknown) => void = objects.resolve.bind(objects);
      objects.resolve = (name: string, decoded: unknown) =>
        resolve(name, packedPicture(decoded, mostDots));
    }
    return page;
  };
}

/** What the file holds of a picture that is drawn with fewer dots; null for any other. */
export function packedBits(decoded: object): Bits | null {
  // What pdf.js copies from one page to another is no longer the same object, but has all that was in it.
  return 'packed' in decoded ? bitsIn(decoded.packed) : null;
}

/** A picture as pdf.js keeps it and draws it: packed, and unpacked in part each time that it is asked for its data. */
function packedPicture(decoded: unknown, mostDots: number): unknown {
  const bits = bitsIn(decoded);
  if (!bits || typeof decoded !== 'object') return decoded;
  const times = Math.ceil(Math.sqrt((bits.width * bits.height) / mostDots));
  if (times === 1) return decoded;
  return {
    ...decoded,
    ...shrunkSize(bits, times),
    kind: ImageKind.RGB_24BPP,
    packed: decoded,
    get data() {
      return coloursOf(bits, times);
    },
  };
}

function coloursOf(bits: Bits, times: number): Uint8Array {
  const { width, height } = shrunkSize(bits, times);
  const colours = new Uint8Array(width * height * 3);
  shadesOfBits(bits, times, (y, shades) => {
    for (let x = 0, to = y * width * 3; x < width; x += 1, to += 3) {
      const shade = shades[x] ?? 0;
      colours[to] = shade;
      colours[to + 1] = shade;
      colours[to + 2] = shade;
    }
  });
  return colours;
}

function bitsIn(decoded: unknown): Bits | null {
  if (typeof decoded !== 'object' || decoded === null) return null;
  if (!('kind' in decoded) || decoded.kind !== ImageKind.GRAYSCALE_1BPP) return null;
  if (!('width' in decoded && 'height' in decoded && 'data' in decoded)) return null;
  const { width, height, data } = decoded;
  if (typeof width !== 'number' || typeof height !== 'number') return null;
  const isPixels = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  return isPixels ? { width, height, pixels: data } : null;
}
