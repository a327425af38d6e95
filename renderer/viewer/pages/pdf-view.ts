import { AnnotationEditorType, AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist';
import {
  EventBus,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
} from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pdfLimits } from '#renderer/viewer/document/pdf-limits.ts';
import { listenToPdf, type PdfViewEvents } from '#renderer/viewer/pages/pdf-view-events.ts';
import { noPdfWords } from '#renderer/viewer/pages/pdf-words.ts';
import { pointOut } from '#renderer/ui/parts/point-out.ts';
import { watchSeenPages } from '#renderer/viewer/pages/watch-seen-pages.ts';

/** What a person can do with the document on screen. */
export interface PdfView {
  /** Scrolls by a share of the view's height: 0.9 is one screen down, -0.9 one up. */
  scrollBy(share: number): void;
  showPage(page: number): void;
  /** Goes to the first part of a page that was not seen yet, and makes the eye find it. */
  showUnseenPart(page: number): void;
  zoomIn(): void;
  zoomOut(): void;
  fitWidth(): void;
  rotate(): void;
  find(text: string, direction: 'first' | 'next' | 'previous'): void;
  endFind(): void;
  /** Whether there is any text to search: a scan is pictures only. */
  hasText(): Promise<boolean>;
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
  const { viewer, linkService } = makeViewer(container, pages, eventBus);
  const broken = new Set<number>();
  const stopListening = listenToPdf(eventBus, viewer, {
    ...events,
    onPageTrouble: (page, trouble) => {
      if (trouble === 'gagal') broken.add(page);
      events.onPageTrouble(page, trouble);
    },
  });
  const seen = watchSeenPages(container, viewer, (page) => broken.has(page), events.onPageSeen);
  const refit = (): void => {
    if (viewer.pdfDocument && viewer.currentScaleValue === fitWidth)
      viewer.currentScaleValue = fitWidth;
  };
  const resize = new ResizeObserver(refit);
  resize.observe(container);
  // Portrait and landscape pages in one document: the width to fit is that of the page in view.
  eventBus.on('pagechanging', ({ pageNumber, previous }: PageChange) => {
    // Not in the middle of pdf.js's own update.
    if (pageWidth(viewer, pageNumber) !== pageWidth(viewer, previous)) requestAnimationFrame(refit);
  });
  viewer.setDocument(document);
  linkService.setDocument(document);

  return {
    ...makeCommands(container, viewer),
    ...makeFind(eventBus),
    showUnseenPart(page) {
      scrollToPart(container, viewer, page, seen.unseenFrom(page));
      pointOut(container.parentElement ?? container);
    },
    hasText: () => hasText(document),
    destroy() {
      resize.disconnect();
      seen.stop();
      stopListening();
      viewer.setDocument(null);
      linkService.setDocument(null);
      pages.replaceChildren();
    },
  };
}

const fitWidth = 'page-width';

interface PageChange {
  readonly pageNumber: number;
  readonly previous: number;
}

// On screen, in CSS pixels: of the same scale, so two of them can be compared.
function pageWidth(viewer: PDFViewer, page: number): number {
  const view: { readonly width: number } | undefined = viewer.getPageView(page - 1);
  return Math.round(view?.width ?? 0);
}

function makeViewer(
  container: HTMLDivElement,
  pages: HTMLDivElement,
  eventBus: EventBus,
): { readonly viewer: PDFViewer; readonly linkService: PDFLinkService } {
  const linkService = new PDFLinkService({ eventBus });
  // Links of an uploaded document lead nowhere: neither out of the application nor around in it.
  linkService.externalLinkEnabled = false;
  const viewer = new PDFViewer({
    container,
    viewer: pages,
    eventBus,
    linkService,
    findController: new PDFFindController({ eventBus, linkService }),
    l10n: noPdfWords,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    maxCanvasPixels: pdfLimits.canvasPixels,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  return { viewer, linkService };
}

function makeCommands(
  container: HTMLElement,
  viewer: PDFViewer,
): Pick<PdfView, 'scrollBy' | 'showPage' | 'zoomIn' | 'zoomOut' | 'fitWidth' | 'rotate'> {
  return {
    scrollBy: (share) => container.scrollBy({ top: container.clientHeight * share }),
    showPage: (page) => viewer.scrollPageIntoView({ pageNumber: page }),
    zoomIn: () => viewer.updateScale({ steps: 1 }),
    zoomOut: () => viewer.updateScale({ steps: -1 }),
    fitWidth: () => {
      viewer.currentScaleValue = fitWidth;
    },
    rotate: () => {
      viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
    },
  };
}

// A strip of what was seen before stays in view, as with the keys.
function scrollToPart(
  container: HTMLElement,
  viewer: PDFViewer,
  page: number,
  share: number,
): void {
  const view: { readonly div: HTMLElement } | undefined = viewer.getPageView(page - 1);
  if (!view || share === 0) {
    viewer.scrollPageIntoView({ pageNumber: page });
    return;
  }
  const { offsetTop, clientHeight } = view.div;
  container.scrollTo({ top: offsetTop + clientHeight * share - container.clientHeight * 0.1 });
}

// The first pages tell: what is scanned is scanned from the first page on.
async function hasText(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(document.numPages, 3); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) return true;
  }
  return false;
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
