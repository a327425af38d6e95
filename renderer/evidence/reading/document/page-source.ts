import { compose } from '#renderer/pdf/affine.ts';
import type { OpenPdf } from '#renderer/pdf/open-pdf.ts';
import type { PageContent, PlacedPicture } from '#renderer/pdf/page-content.ts';
import { decodedPicture, drawPage } from '#renderer/pdf/page-picture.ts';
import { isPictured } from '#renderer/evidence/reading/document/trust-text.ts';
import type { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import {
  greyOfCanvas,
  greyOfPicture,
  type GreyPair,
} from '#renderer/evidence/reading/picture/to-grey.ts';
import { layAnew, layoutOf, type PagePicture } from '#renderer/evidence/reading/picture/turn.ts';
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
/** Longest paper that offices use (F4), in inches: a larger page is a picture at a made-up size. */
const longestPaper = 13;

/** What the canvas and buffers of a reader are shared by. */
export interface Drawing {
  readonly canvas: OffscreenCanvas;
  readonly shelf: PictureShelf;
}

/** The page's picture: the scan itself where the page is one, else the page drawn. May never settle: set a limit. */
export async function pageImage(
  page: PdfPage,
  content: PageContent,
  drawing: Drawing,
): Promise<PageImage> {
  const size = page.getViewport({ scale: 1 });
  const scan = scanOf(content);
  const decoded = scan?.name === undefined ? null : await decodedPicture(page, scan.name);
  if (!scan || !decoded) {
    const drawn = await drawnPage(page, drawing);
    return { ...drawn, scannedDpi: coarsestDpi(content, size) };
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
export async function drawnPage(
  page: PdfPage,
  { canvas, shelf }: Drawing,
  wanted = drawnDpi,
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
  if (!isPictured(content) || content.showsText) return null;
  const [only, ...others] = content.pictures.filter(({ coverage }) => coverage > 0.005);
  if (!only || others.length > 0 || only.coverage < wholePage) return null;
  const { name } = only;
  return name === null ? null : { ...only, name };
}

// Of the pictures that make up the page; a small emblem says nothing of it.
function coarsestDpi({ pictures }: PageContent, page: PageSize): number | null {
  const resolutions = pictures
    .filter(({ coverage, width, height }) => coverage > 0.1 && width > 0 && height > 0)
    .map(({ toPage, width, height }) =>
      dpiOf(compose(toPage, [1 / width, 0, 0, 1 / height, 0, 0]), page),
    );
  return resolutions.length > 0 ? Math.min(...resolutions) : null;
}

/** In points. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

function dpiOf(toPage: PagePicture['toPage'], page: PageSize): number {
  const longest = Math.max(page.width, page.height) / 72;
  const shrunk = Math.min(1, longestPaper / longest);
  // One pixel to the right, in inches on the paper.
  const across = Math.hypot(toPage[0] * page.width, toPage[1] * page.height) * (shrunk / 72);
  const down = Math.hypot(toPage[2] * page.width, toPage[3] * page.height) * (shrunk / 72);
  const pixel = Math.max(across, down);
  return pixel > 0 ? 1 / pixel : drawnDpi;
}
