import '#renderer/platform/zod-without-eval.ts';
import { openPdf } from '#renderer/pdf/open-pdf.ts';
import { pdfAssetsUrl } from '#renderer/pdf/pdf-assets-url.ts';
import { makePlainWorkerSource } from '#renderer/pdf/worker-source.ts';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { readDocument } from '#renderer/evidence/reading/document/read-document.ts';
import { engine } from '#renderer/evidence/reading/reading-engine.ts';
import { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { Patience } from '#renderer/evidence/reading/patience.ts';
import { Recogniser } from '#renderer/evidence/reading/recognition/recogniser.ts';
import { startTesseract } from '#renderer/evidence/reading/recognition/tesseract.ts';
import { readingChannel } from '#renderer/workers/reading/reading-channel.ts';
import { pagePort } from '#renderer/platform/page-port.ts';
import { serve } from '#shared/channel/server.ts';

/** How often the page is told that the worker lives (milliseconds). */
const beatMs = 15_000;

const shelf = new PictureShelf();
const place = { folder: tesseractUrl(), trusted: trustedScriptUrl };
const patience = new Patience();
const recogniser = new Recogniser(() => startTesseract(place), shelf, patience);
const canvas = new OffscreenCanvas(1, 1);
const pdfWorkers = makePlainWorkerSource(
  (url) => new Worker(trustedScriptUrl(url), { type: 'module', name: 'meja-pdf' }),
);

serve(
  pagePort,
  readingChannel,
  {
    read: (order, { progress }) => {
      let step = { donePages: 0, totalPages: 0 };
      const tell = (): void => progress(step);
      // A step may take long here; that nothing is said means that this very worker hangs.
      const beat = setInterval(tell, beatMs);
      const onStep = (donePages: number, totalPages: number): void => {
        step = { donePages, totalPages };
        tell();
      };
      return readDocument(order, {
        shelf,
        canvas,
        recogniser,
        patience,
        open: (bytes) => openPdf(bytes, pdfWorkers, pdfAssetsUrl(), 'pekerja'),
        now: () => performance.now(),
        onStep,
      })
        .catch((cause: unknown) => {
          note(cause);
          const nothing = { sha256: order.sha256, engine, pageCount: null, pages: [] };
          return { ...nothing, failure: 'gagal' as const };
        })
        .finally(() => clearInterval(beat));
    },
  },
  note,
);

// The name only: its text may quote the document.
function note(cause: unknown): void {
  console.warn(`[meja] baca ${cause instanceof Error ? cause.name : typeof cause}`);
}

/** Folder of the bundle with Tesseract's worker, cores and model (absolute, trailing slash); the build puts them there. */
function tesseractUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}tesseract/`, globalThis.location.href).href;
}
