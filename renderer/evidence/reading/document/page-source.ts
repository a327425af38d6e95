import { compose } from '#renderer/pdf/affine.ts';
import type { OpenPdf } from '#renderer/pdf/open-pdf.ts';
import type { PageContent, PlacedPicture } from '#renderer/pdf/page-content.ts';
import { decodedPicture, drawPage } from '#renderer/pdf/page-picture.ts';
import { dpiOf, dpiOfPrint } from '#renderer/evidence/reading/document/print-resolution.ts';
import type { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import {
  greyOfCanvas,
  greyOfPicture,
  type GreyPair,
} from '#renderer/evidence/reading/picture/to-grey.ts';
import { layAnew, layoutOf, type PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
import type { Patience } from '#renderer/evidence/reading/patience.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';

/** A page of an open document. */
export type PdfPage = Awaited<ReturnType<OpenPdf['document']['getPage']>>;

/** A page as a picture that stands upright as the page does. */
export interface PageImage {
  readonly picture: PagePicture;
  /** The same with coloured ink made light; null where nothing is coloured. */
  readonly inkless: PagePicture | null;
  readonly dpi: number;
  /** Dots per inch at which it was scanned; null where nothing of the page is. */
  readonly scannedDpi: number | null;
}

/** Resolution at which a page that is not one picture is drawn. */
const drawnDpi = 200;
/** A single picture that covers so much of the page is the page. */
const wholePage = 0.6;

/** What the canvas and buffers of a reader are shared by, and how long it waits for what is drawn. */
export interface Drawing {
  readonly canvas: OffscreenCanvas;
  readonly shelf: PictureShelf;
  readonly patience: Patience;
}

/**
 * The page's picture: the scan itself where it is the only mark on the page, else the page drawn as the viewer shows it,
 * at about the scan's resolution. May never settle: set a limit.
 */
export async function pageImage(
  page: PdfPage,
  content: PageContent,
  drawing: Drawing,
): Promise<PageImage> {
  const size = page.getViewport({ scale: 1 });
  const scan = scanOf(content);
  const decoded = scan === null ? null : await decodedPicture(page, scan.name);
  if (!scan || !decoded) {
    const scannedDpi = dpiOfPrint(await asDecoded(page, content.pictures), size);
    const drawn = await drawnPage(page, drawing, dpiToDraw(content, scannedDpi));
    return { ...drawn, scannedDpi };
  }
  const pair = greyOfPicture(decoded, drawing.canvas, drawing.shelf, readingLimits);
  const { width, height } = pair.grey;
  // From pixels of the scan (origin at its upper left) to its unit square (origin at the lower left).
  const toUnit = [1 / width, 0, 0, -1 / height, 0, 1] as const;
  const toPage = compose(scan.toPage, toUnit);
  const layout = layoutOf(toPage, size);
  const laid = (image: GreyPair['grey'], purpose: string): PagePicture =>
    layAnew({ image, toPage }, layout, drawing.shelf, purpose);
  const picture = laid(pair.grey, 'tegak');
  return {
    picture,
    inkless: pair.inkless ? laid(pair.inkless, 'tegak-tanpa-tinta') : null,
    dpi: dpiOf(picture.toPage, size),
    scannedDpi: dpiOf(picture.toPage, size),
  };
}

/** The page drawn on white at that resolution. */
async function drawnPage(
  page: PdfPage,
  { canvas, shelf }: Drawing,
  wanted: number,
): Promise<PageImage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const inches = (width / 72) * (height / 72);
  const dpi = Math.min(wanted, Math.sqrt(readingLimits.pixels / inches));
  await drawPage(page, canvas, dpi);
  const { grey, inkless } = greyOfCanvas(canvas, shelf);
  const toPage = [1 / grey.width, 0, 0, 1 / grey.height, 0, 0] as const;
  return {
    picture: { image: grey, toPage },
    inkless: inkless ? { image: inkless, toPage } : null,
    dpi: dpiOf(toPage, { width, height }),
    scannedDpi: null,
  };
}

function scanOf(content: PageContent): (PlacedPicture & { readonly name: string }) | null {
  const [only, ...others] = content.pictures;
  if (!content.onlyPictures || !only || others.length > 0 || only.coverage < wholePage) return null;
  const { name } = only;
  return name === null ? null : { ...only, name };
}

/** Nothing is drawn coarser than this: print that lies over a coarse scan would be lost. */
const leastDrawnDpi = 150;

/** A scan keeps its own dots, or several whole ones for each; another page is drawn as finely as its pictures ask for. */
function dpiToDraw({ pictures }: PageContent, scannedDpi: number | null): number {
  if (scannedDpi === null) return drawnDpi;
  const isScan = pictures.some(({ coverage }) => coverage >= wholePage);
  if (!isScan) return Math.max(drawnDpi, scannedDpi);
  return scannedDpi * Math.max(1, Math.ceil(leastDrawnDpi / scannedDpi));
}

/** Pictures with the size that they are decoded at, where that may be another one than the file says. */
async function asDecoded(
  page: PdfPage,
  pictures: readonly PlacedPicture[],
): Promise<readonly PlacedPicture[]> {
  return Promise.all(
    pictures.map(async (picture) => {
      const { name, masked } = picture;
      const decoded = masked && name !== null ? await decodedPicture(page, name) : null;
      return decoded ? { ...picture, width: decoded.width, height: decoded.height } : picture;
    }),
  );
}
