import '#renderer/platform/zod-without-eval.ts';
import { openPdf } from '#renderer/pdf/open-pdf.ts';
import { pdfAssetsUrl } from '#renderer/pdf/pdf-assets-url.ts';
import { makePlainWorkerSource } from '#renderer/pdf/worker-source.ts';
import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { readDocument } from '#renderer/evidence/reading/document/read-document.ts';
import { engine } from '#renderer/evidence/reading/engine.ts';
import {
  requestSchema,
  type ReadReport,
  type ReadRequest,
} from '#renderer/evidence/reading/messages.ts';
import { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { Recogniser } from '#renderer/evidence/reading/recognition/recogniser.ts';
import { startTesseract } from '#renderer/evidence/reading/recognition/tesseract.ts';
import { tesseractUrl } from '#renderer/evidence/reading/recognition/tesseract-url.ts';

const shelf = new PictureShelf();
const place = { folder: tesseractUrl(), trusted: trustedScriptUrl };
const recogniser = new Recogniser(() => startTesseract(place), shelf);
const canvas = new OffscreenCanvas(1, 1);
const pdfWorkers = makePlainWorkerSource(
  (url) => new Worker(trustedScriptUrl(url), { type: 'module', name: 'meja-pdf' }),
);

function post(report: ReadReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker posts to its own page only
  globalThis.postMessage(report);
}

async function answer({ requestId, order }: ReadRequest): Promise<void> {
  const reading = await readDocument(order, {
    shelf,
    canvas,
    recogniser,
    open: (bytes) => openPdf(bytes, pdfWorkers, pdfAssetsUrl(), 'pekerja'),
    now: () => performance.now(),
    onStep: (donePages, totalPages) => post({ kind: 'kemajuan', requestId, donePages, totalPages }),
  }).catch((cause: unknown) => {
    console.warn(`[meja] baca ${cause instanceof Error ? cause.name : typeof cause}`);
    return { sha256: order.sha256, engine, pageCount: null, failure: 'gagal' as const, pages: [] };
  });
  post({ kind: 'hasil', requestId, reading });
}

globalThis.addEventListener('message', ({ data }) => void answer(requestSchema.parse(data)));
