import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pdfLimits } from '#renderer/viewer/document/pdf-limits.ts';
import { isBlankCanvas } from '#renderer/viewer/pages/blank-canvas.ts';
import { viewerText } from '#renderer/ui/text/viewer.ts';

/** What the document on screen reports. */
export interface PdfViewEvents {
  onPageChange(page: number): void;
  onPageSeen(page: number): void;
  /** A page is drawn but shows nothing, or could not be drawn. */
  onPageTrouble(page: number, trouble: 'kosong' | 'gagal'): void;
  /** The first page was not drawn in time: the document has to be given up. */
  onHang(): void;
  onFound(current: number, total: number): void;
}

interface RenderedEvent {
  readonly pageNumber: number;
  readonly error?: unknown;
  readonly isDetailView?: boolean;
  readonly source: { readonly canvas?: HTMLCanvasElement | null; readonly div: HTMLDivElement };
}

/** Passes on the events of pdf.js's viewer; the returned function stops that. */
export function listenToPdf(
  eventBus: EventBus,
  viewer: PDFViewer,
  events: PdfViewEvents,
): () => void {
  const stop = new AbortController();
  const listen = <T>(name: string, handler: (event: T) => void): void =>
    eventBus.on(name, handler as never, { signal: stop.signal } as never);
  const hang = setTimeout(() => events.onHang(), pdfLimits.drawMs);

  listen('pagesinit', () => {
    viewer.currentScaleValue = 'page-width';
    namePages(viewer);
  });
  listen<{ pageNumber: number }>('pagechanging', (event) => events.onPageChange(event.pageNumber));
  listen<RenderedEvent>('pagerendered', (event) => {
    clearTimeout(hang);
    if (event.error) events.onPageTrouble(event.pageNumber, 'gagal');
    else if (!event.isDetailView && event.source.canvas && isBlankCanvas(event.source.canvas)) {
      events.onPageTrouble(event.pageNumber, 'kosong');
    }
  });
  const onMatches = (event: { matchesCount: { current: number; total: number } }): void =>
    events.onFound(event.matchesCount.current, event.matchesCount.total);
  listen('updatefindmatchescount', onMatches);
  listen('updatefindcontrolstate', onMatches);
  return () => {
    clearTimeout(hang);
    stop.abort();
  };
}

function namePages(viewer: PDFViewer): void {
  for (let index = 0; index < viewer.pagesCount; index += 1) {
    const div = (viewer.getPageView(index) as { div?: HTMLDivElement } | undefined)?.div;
    div?.setAttribute('aria-label', viewerText.pageLandmark(index + 1));
  }
}
