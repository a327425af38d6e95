import { useEffect, useMemo, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openPdf, type OpenPdf } from '#renderer/pdf/open-pdf.ts';
import { pdfAssetsUrl } from '#renderer/pdf/pdf-assets-url.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';
import type { LoadBytes } from '#renderer/viewer/document/viewer-ports.ts';
import { useOpenView, type OpenViews } from '#renderer/viewer/overlay/open-views.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** The document that a picture of a place is drawn from: the very one, on screen or opened for it. */
export type CropDocument =
  | { readonly kind: 'menunggu' }
  | { readonly kind: 'gagal' }
  | {
      readonly kind: 'siap';
      readonly document: PDFDocumentProxy;
      /** Null where the document is not on screen. */
      readonly view: PdfView | null;
    };

/** Opens a document that is not on screen; null when it cannot be opened. */
export type OpenBeside = (sha256: string) => Promise<OpenPdf | null>;

/** Opens documents beside those on screen, from where the viewer has them. */
export function makeOpenBeside(load: LoadBytes, workers: WorkerSource): OpenBeside {
  return async (sha256) => {
    const bytes = await load(sha256);
    if (!bytes.ok) return null;
    const opened = await openPdf(bytes.value, workers, pdfAssetsUrl());
    return opened.ok ? opened.value : null;
  };
}

/** How long a document must be missing on screen until it is opened beside (milliseconds): the viewer may be going there. */
const missingMs = 400;

/** The document of a place, as soon as there is one to draw from. */
export function useCropDocument(
  views: OpenViews,
  sha256: string,
  openBeside: OpenBeside,
): CropDocument {
  const view = useOpenView(views, sha256);
  const [beside, setBeside] = useState<Beside | null>(null);
  useEffect(() => {
    if (view) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void openBeside(sha256).then((pdf) => {
        if (!stop.signal.aborted) setBeside({ sha256, pdf });
        stop.signal.addEventListener('abort', () => pdf?.close());
        if (stop.signal.aborted) pdf?.close();
        return undefined;
      });
    }, missingMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
      setBeside(null);
    };
  }, [view, sha256, openBeside]);
  return useMemo(() => {
    if (view) return { kind: 'siap', document: view.document, view };
    if (beside?.sha256 !== sha256) return { kind: 'menunggu' };
    if (!beside.pdf) return { kind: 'gagal' };
    return { kind: 'siap', document: beside.pdf.document, view: null };
  }, [view, beside, sha256]);
}

interface Beside {
  readonly sha256: string;
  readonly pdf: OpenPdf | null;
}
