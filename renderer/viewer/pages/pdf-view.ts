import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pdfLimits } from '#renderer/viewer/document/pdf-limits.ts';
import { listenToPdf, type PdfViewEvents } from '#renderer/viewer/pages/pdf-view-events.ts';
import { noPdfWords } from '#renderer/viewer/pages/pdf-words.ts';
import { watchSeenPages } from '#renderer/viewer/pages/watch-seen-pages.ts';

/** What a person can do with the document on screen. */
export interface PdfView {
  /** Scrolls by a share of the view's height: 0.9 is one screen down, -0.9 one up. */
  scrollBy(share: number): void;
  showPage(page: number): void;
  zoomIn(): void;
  zoomOut(): void;
  fitWidth(): void;
  rotate(): void;
  find(text: string, direction: 'first' | 'next' | 'previous'): void;
  endFind(): void;
  destroy(): void;
}

/** Shows a document in pdf.js's own viewer component inside `container` (which must be positioned absolutely). */
export function makePdfView(
  container: HTMLDivElement,
  pages: HTMLDivElement,
  document: PDFDocumentProxy,
  events: PdfViewEvents,
): PdfView {
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({ eventBus });
  // Links of an uploaded document lead nowhere: neither out of the application nor around in it.
  linkService.externalLinkEnabled = false;
  const findController = new PDFFindController({ eventBus, linkService });
  const viewer = new PDFViewer({
    container,
    viewer: pages,
    eventBus,
    linkService,
    findController,
    l10n: noPdfWords,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: -1,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    maxCanvasPixels: pdfLimits.canvasPixels,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  const broken = new Set<number>();
  const stopListening = listenToPdf(eventBus, viewer, {
    ...events,
    onPageTrouble(page, trouble) {
      if (trouble === 'gagal') broken.add(page);
      events.onPageTrouble(page, trouble);
    },
  });
  const stopSeen = watchSeenPages(container, viewer, (page) => broken.has(page), events.onPageSeen);
  const resize = new ResizeObserver(() => {
    if (viewer.currentScaleValue === 'page-width') viewer.currentScaleValue = 'page-width';
  });
  resize.observe(container);
  viewer.setDocument(document);
  linkService.setDocument(document);
  const find = makeFind(eventBus);

  return {
    scrollBy: (share) => container.scrollBy({ top: container.clientHeight * share }),
    showPage: (page) => viewer.scrollPageIntoView({ pageNumber: page }),
    zoomIn: () => viewer.updateScale({ steps: 1 }),
    zoomOut: () => viewer.updateScale({ steps: -1 }),
    fitWidth: () => {
      viewer.currentScaleValue = 'page-width';
    },
    rotate: () => {
      viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
    },
    ...find,
    destroy() {
      resize.disconnect();
      stopSeen();
      stopListening();
      // The declared type leaves out null, which is how pdf.js itself is told to let go of a document.
      viewer.setDocument(null as never);
      linkService.setDocument(null as never);
      pages.replaceChildren();
    },
  };
}

function makeFind(eventBus: EventBus): Pick<PdfView, 'find' | 'endFind'> {
  return {
    find(text, direction) {
      eventBus.dispatch('find', {
        source: null,
        type: direction === 'first' ? '' : 'again',
        query: text,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: direction === 'previous',
        matchDiacritics: false,
      });
    },
    endFind: () => eventBus.dispatch('findbarclose', { source: null }),
  };
}
