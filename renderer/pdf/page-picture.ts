import { AnnotationMode, ImageKind, type PDFPageProxy } from 'pdfjs-dist';
import { packedBits } from '#renderer/pdf/packed-picture.ts';

/** A decoded picture: pixels in memory, or something to be drawn. */
export type DecodedPicture =
  | {
      readonly kind: 'bit' | 'rgb' | 'rgba';
      readonly width: number;
      readonly height: number;
      readonly pixels: Uint8Array | Uint8ClampedArray;
    }
  | {
      readonly kind: 'gambar';
      readonly width: number;
      readonly height: number;
      readonly source: ImageBitmap | VideoFrame;
    };

/** The picture of that name as the file holds it; null when it cannot be decoded. May never settle: set a limit. */
export async function decodedPicture(
  page: PDFPageProxy,
  name: string,
): Promise<DecodedPicture | null> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  const found = await new Promise<unknown>((resolve, reject) => {
    if (store.has(name)) resolve(store.get(name));
    else store.get(name, resolve, reject);
  }).catch(() => null);
  return pictureIn(found);
}

function pictureIn(found: unknown): DecodedPicture | null {
  if (typeof found !== 'object' || found === null) return null;
  const bits = packedBits(found);
  if (bits) return { kind: 'bit', ...bits };
  const width = 'width' in found ? Number(found.width) : 0;
  const height = 'height' in found ? Number(found.height) : 0;
  if (!(width > 0) || !(height > 0)) return null;
  if ('bitmap' in found && isDrawable(found.bitmap)) {
    return { kind: 'gambar', width, height, source: found.bitmap };
  }
  if (!('data' in found) || !('kind' in found)) return null;
  const pixels = found.data;
  if (!(pixels instanceof Uint8Array) && !(pixels instanceof Uint8ClampedArray)) return null;
  const kind = kinds.get(Number(found.kind));
  return kind === undefined ? null : { kind, width, height, pixels };
}

const kinds: ReadonlyMap<number, 'bit' | 'rgb' | 'rgba'> = new Map([
  [ImageKind.GRAYSCALE_1BPP, 'bit'],
  [ImageKind.RGB_24BPP, 'rgb'],
  [ImageKind.RGBA_32BPP, 'rgba'],
]);

function isDrawable(value: unknown): value is ImageBitmap | VideoFrame {
  return value instanceof ImageBitmap || value instanceof VideoFrame;
}

/** Draws the page on white, as the viewer shows it before anybody turns it. May never settle: set a limit. */
export async function drawPage(
  page: PDFPageProxy,
  canvas: OffscreenCanvas,
  dpi: number,
): Promise<void> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({
    // pdf.js takes any canvas that can be drawn on; its types know only the one of a document.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    canvas: canvas as unknown as HTMLCanvasElement,
    viewport,
    intent: 'display',
    annotationMode: AnnotationMode.ENABLE,
    background: '#ffffff',
  }).promise;
}
