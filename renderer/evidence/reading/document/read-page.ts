import { readPageContent, type PageContent } from '#renderer/pdf/page-content.ts';
import { readTextLayer, type LayerWord } from '#renderer/pdf/text-layer.ts';
import {
  pageImage,
  type Drawing,
  type PageImage,
  type PdfPage,
} from '#renderer/evidence/reading/document/page-source.ts';
import { readTurned, readUpright } from '#renderer/evidence/reading/document/read-words.ts';
import {
  isInked,
  mayTrustText,
  printedOnce,
} from '#renderer/evidence/reading/document/trust-text.ts';
import type { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { flattened } from '#renderer/evidence/reading/picture/clean.ts';
import { shrunk } from '#renderer/evidence/reading/picture/shrink.ts';
import {
  acuityDpi,
  edgeAcuity,
  type Acuity,
} from '#renderer/evidence/reading/quality/edge-acuity.ts';
import { isBlurred, pageQuality } from '#renderer/evidence/reading/quality/page-quality.ts';
import { paperShade } from '#renderer/evidence/reading/quality/paper-shade.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import type { Recogniser } from '#renderer/evidence/reading/recognition/recogniser.ts';
import type { Waited } from '#renderer/evidence/reading/within.ts';
import type { PageReading, ReadPage } from '#renderer/evidence/matching/document-reading.ts';
import { turnOf, type Turn } from '#renderer/evidence/matching/upright-page.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** What reading needs: a recogniser, and where pictures are made. */
export interface ReadingTools extends Drawing {
  readonly recogniser: Recogniser;
}

/** A page's picture, and what the page consists of. */
export type PagePrint = Pick<PageInHand, 'image' | 'content'>;

/** A page that was read, with its picture while the buffers hold it. */
export interface PageInHand {
  readonly read: ReadPage;
  readonly image: PageImage;
  /** What it consists of. */
  readonly content: PageContent;
  /** How it must be turned so that its lines run to the right. */
  readonly turned: Turn;
}

/** Reads a page for the first time: its text layer where that is what a person sees, else its picture. */
export async function readPage(
  page: PdfPage,
  tools: ReadingTools,
): Promise<Result<PageInHand, Waited>> {
  const content = await tools.patience.within(readPageContent(page), readingLimits.contentMs);
  if (!content.ok) return content;
  const trusted = trustedText(page, content.value, tools);
  const layer = await tools.patience.within(trusted, readingLimits.pdfMs);
  if (!layer.ok) return layer;
  if (layer.value) return succeed(bornDigital(page, content.value, layer.value));
  const drawn = pageImage(page, content.value, tools);
  const image = await tools.patience.within(drawn, readingLimits.pdfMs);
  // The decoded picture is as large as all buffers together; recognising takes long, and does without.
  page.cleanup();
  if (!image.ok) return image;
  return readImage(sizeOf(page), { image: image.value, content: content.value }, tools);
}

/** The page's picture again, for a page that was read before. */
export async function imageAgain(
  page: PdfPage,
  drawing: Drawing,
): Promise<Result<PagePrint, Waited>> {
  const content = await drawing.patience.within(readPageContent(page), readingLimits.contentMs);
  if (!content.ok) return content;
  const drawn = pageImage(page, content.value, drawing);
  const image = await drawing.patience.within(drawn, readingLimits.pdfMs);
  return image.ok ? succeed({ image: image.value, content: content.value }) : image;
}

async function trustedText(
  page: PdfPage,
  content: PageContent,
  drawing: Drawing,
): Promise<TrustedLayer | null> {
  if (!content.showsText) return null;
  const words = printedOnce(await readTextLayer(page));
  if (!mayTrustText(content, words)) return null;
  const image = await pageImage(page, content, drawing);
  return isInked(words, image.picture.image) ? { words, image } : null;
}

/** A text layer that may be what a person sees, and the page as it is drawn. */
interface TrustedLayer {
  readonly words: readonly LayerWord[];
  readonly image: PageImage;
}

function bornDigital(
  page: PdfPage,
  content: PageContent,
  { words, image }: TrustedLayer,
): PageInHand {
  const reading: PageReading = {
    pass: 'lapisan_teks',
    words: words.map(({ text, box, line }) => ({
      text,
      confidence: 100,
      box: [box[0], box[1], box[2], box[3]],
      line,
    })),
  };
  const quality = { level: 'baik', flaws: [], dpi: null, acuity: null } as const;
  return {
    read: { ...sizeOf(page), readings: [reading], quality: { ...quality, flaws: [] } },
    image,
    content,
    turned: turnOf(reading.words, sizeOf(page)),
  };
}

/** Reads a page's picture for the first time. */
export async function readImage(
  size: Pick<ReadPage, 'page' | 'width' | 'height'>,
  { image, content }: PagePrint,
  tools: ReadingTools,
): Promise<Result<PageInHand, Waited>> {
  const { picture, dpi } = image;
  const acuity = acuityOf(image, tools.shelf);
  const blank = {
    dpi: image.scannedDpi,
    acuity,
    paper: paperShade(picture.image),
    turned: 0,
    confidence: null,
    words: [],
  };
  if (!acuity) {
    const read = { ...size, readings: [], quality: pageQuality(blank) };
    return succeed({ read, image, content, turned: 0 });
  }
  // On the shadows of a photographed page the recogniser sees nothing: its paper is made even first.
  const even = { ...picture, image: flattened(picture.image, tools.shelf, 'rata') };
  // Print that is blurred gives no sense whichever way it is turned.
  const seen =
    image.scannedDpi !== null && isBlurred(acuity)
      ? await readTurned(even, dpi, 0, tools)
      : await readUpright(even, dpi, tools);
  if (!seen.ok) return seen;
  const { words, confidence } = seen.value;
  const turned = turnOf(words, size);
  const quality = pageQuality({ ...blank, confidence, turned, words });
  const reading: PageReading = { pass: 'gambar', words: [...words] };
  return succeed({ read: { ...size, readings: [reading], quality }, image, content, turned });
}

function acuityOf({ picture: { image }, dpi }: PageImage, shelf: PictureShelf): Acuity | null {
  const scale = acuityDpi / dpi;
  // A coarse picture is measured as it is: made larger it would only look softer than it is.
  if (scale > 0.95) return edgeAcuity(image);
  return edgeAcuity(shrunk(image, scale, shelf, 'ketajaman'));
}

function sizeOf(page: PdfPage): Pick<ReadPage, 'page' | 'width' | 'height'> {
  const { width, height } = page.getViewport({ scale: 1 });
  return { page: page.pageNumber, width, height };
}
