import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
import { embeddedImages, planImages } from '#renderer/pdf/embedded-images.ts';
import { offscreenDrawing } from '#renderer/pdf/offscreen-drawing.ts';
import { drawPackedPictures } from '#renderer/pdf/packed-picture.ts';
import { pdfLimits } from '#renderer/pdf/pdf-limits.ts';
import type { LentPdfWorker, WorkerSource } from '#renderer/pdf/worker-source.ts';

/** Why a PDF cannot be shown; each has its own sentence in `viewerText.failure`. */
export type PdfFailure =
  | 'kosong'
  | 'rusak'
  | 'bersandi'
  | 'halaman'
  | 'terlalu_banyak'
  | 'terlalu_lama'
  | 'gagal';

/** An open document. `close` gives its worker back; one that hangs is ended. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /**
   * Some picture of it is larger than this program takes. pdf.js drops such a picture without a word: a page that shows
   * nothing was left out by the program, then.
   */
  readonly leavesOut: boolean;
  close(): void;
}

/** Outcome of opening. */
export type OpenPdfResult =
  | { readonly ok: true; readonly value: OpenPdf }
  | { readonly ok: false; readonly failure: PdfFailure };

/** Where the bundle keeps pdf.js's decoders, character maps, fonts and colour profiles (absolute, trailing slash). */
export type PdfAssetsUrl = string;

/** Where the document is drawn: in a window, or in a worker, which has no DOM. */
export type PdfHost = 'jendela' | 'pekerja';

/**
 * Opens a PDF from bytes (they are handed over to the worker and unusable afterwards). Hostile input is expected: no
 * scripts, no forms, limits on pages, images and time; no other document is in the same worker, which is ended if it hangs.
 */
export async function openPdf(
  bytes: ArrayBuffer,
  workers: WorkerSource,
  assetsUrl: PdfAssetsUrl,
  host: PdfHost = 'jendela',
): Promise<OpenPdfResult> {
  if (bytes.byteLength === 0) return { ok: false, failure: 'kosong' };
  const images = planImages(embeddedImages(new Uint8Array(bytes)), pdfLimits);
  const worker = workers.take();
  const task = getDocument({
    data: new Uint8Array(bytes),
    worker: worker.parser,
    verbosity: VerbosityLevel.ERRORS,
    wasmUrl: `${assetsUrl}wasm/`,
    cMapUrl: `${assetsUrl}cmaps/`,
    standardFontDataUrl: `${assetsUrl}standard_fonts/`,
    iccUrl: `${assetsUrl}iccs/`,
    enableXfa: false,
    // What the browser's own decoder takes it is slow to give back: 400 MB after 150 scans.
    isImageDecoderSupported: false,
    maxImageSize: images.mostPixels,
    ...(images.isPacked ? { isOffscreenCanvasSupported: false } : {}),
    canvasMaxAreaInBytes: pdfLimits.canvasBytes,
    useSystemFonts: false,
    ...(host === 'pekerja' ? offscreenDrawing : {}),
  });
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    worker.giveBack(task.destroy());
  };
  const opened = await firstOf(task.promise, workerFault(worker), timeLimit());
  if (opened.ok && images.isPacked) drawPackedPictures(opened.document, pdfLimits.drawnDots);
  const checked = opened.ok ? await checkPages(opened.document) : opened;
  const { leavesOut } = images;
  if (checked.ok) return { ok: true, value: { document: checked.document, leavesOut, close } };
  close();
  return checked;
}

type Attempt =
  | { readonly ok: true; readonly document: PDFDocumentProxy }
  | { readonly ok: false; readonly failure: PdfFailure };

async function firstOf(
  document: Promise<PDFDocumentProxy>,
  ...failures: Promise<Attempt>[]
): Promise<Attempt> {
  const attempt = document.then(
    (value): Attempt => ({ ok: true, document: value }),
    (reason: unknown): Attempt => ({ ok: false, failure: failureOf(reason) }),
  );
  return Promise.race([attempt, ...failures]);
}

async function checkPages(document: PDFDocumentProxy): Promise<Attempt> {
  if (document.numPages > pdfLimits.pages) return { ok: false, failure: 'terlalu_banyak' };
  const first = document.getPage(1).then(
    (page): Attempt => {
      const { width, height } = page.getViewport({ scale: 1 });
      return width > 0 && height > 0 ? { ok: true, document } : { ok: false, failure: 'halaman' };
    },
    (): Attempt => ({ ok: false, failure: 'halaman' }),
  );
  return Promise.race([first, timeLimit()]);
}

function failureOf(reason: unknown): PdfFailure {
  if (reason instanceof PasswordException) return 'bersandi';
  if (reason instanceof InvalidPDFException) return 'rusak';
  return 'gagal';
}

async function workerFault({ broken }: LentPdfWorker): Promise<Attempt> {
  await broken;
  return { ok: false, failure: 'gagal' };
}

async function timeLimit(): Promise<Attempt> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, failure: 'terlalu_lama' }), pdfLimits.openMs);
  });
}
