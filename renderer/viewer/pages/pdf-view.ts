import type { PDFDocumentProxy } from 'pdfjs-dist';
import { EventBus, type PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pointOut } from '#renderer/ui/parts/point-out.ts';
import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import { makeShowPlace } from '#renderer/viewer/pages/show-place.ts';
import { keepView, type ViewKeeper } from '#renderer/viewer/pages/keep-view.ts';
import { makePdfFind, type PdfFind } from '#renderer/viewer/pages/pdf-find.ts';
import { listenToPdf, type PdfViewEvents } from '#renderer/viewer/pages/pdf-view-events.ts';
import { makePdfViewer } from '#renderer/viewer/pages/pdf-viewer.ts';
import { pageViewOf, placeOfPage, type PageView } from '#renderer/viewer/pages/page-views.ts';
import { makeViewStatus, type ViewStatusSource } from '#renderer/viewer/pages/view-status.ts';
import { watchSeenPages } from '#renderer/viewer/pages/watch-seen-pages.ts';
import { watchPointer, type PointerWatch } from '#renderer/viewer/pages/watch-pointer.ts';
import { zoomByWheel } from '#renderer/viewer/pages/wheel-zoom.ts';
import { makeZoom, type Zoom } from '#renderer/viewer/pages/zoom.ts';

/** What a person can do with the document on screen. */
export interface PdfView extends PdfFind {
  readonly status: ViewStatusSource;
  readonly document: PDFDocumentProxy;
  /** What scrolls. */
  readonly container: HTMLElement;
  /** Scrolls by a share of the view's height: 0.9 is one screen down, -0.9 one up. */
  scrollBy(share: number): void;
  /** Moves the view by CSS pixels. */
  panBy(right: number, down: number): void;
  showPage(page: number): void;
  /** Brings a place of a page into view at the present size, as soon as the document is laid out; moves nothing where it is in view. */
  showPlace(page: number, boxes: readonly PlaceBox[]): void;
  /** Goes to the first part of a page that was not seen yet, and makes the eye find it. */
  showUnseenPart(page: number): void;
  zoomIn(): void;
  zoomOut(): void;
  fitWidth(): void;
  /** The whole page in view. */
  fitPage(): void;
  rotate(): void;
  page(page: number): PageView | undefined;
  /** Where the pointer is over the container (CSS pixels from its corner); null when it is elsewhere. */
  readonly pointer: PointerWatch['now'];
  /** Tells whenever what is drawn, or where, has changed; the returned function ends it. */
  onDrawn(listener: () => void): () => void;
  destroy(): void;
}

/** What a view is made of. */
export interface PdfViewParts {
  /** Must be positioned absolutely. */
  readonly container: HTMLDivElement;
  readonly pages: HTMLDivElement;
  readonly document: PDFDocumentProxy;
  readonly keeper: ViewKeeper;
  readonly events: PdfViewEvents;
}

/** Shows a document in pdf.js's own viewer component inside `container`. */
export function makePdfView(parts: PdfViewParts): PdfView {
  const { container, pages, document, keeper } = parts;
  const eventBus = new EventBus();
  const { viewer, linkService } = makePdfViewer(container, pages, eventBus);
  const zoom = makeZoom(container, viewer);
  const watched = watchPages(parts, viewer, eventBus);
  const keepNow = keepView({ container, viewer, eventBus, zoom }, keeper);
  // After the view is restored: whoever asks for a place wants to see that.
  const showPlace = makeShowPlace(container, viewer, eventBus);
  const status = makeViewStatus(eventBus, viewer, document.numPages);
  const resize = new ResizeObserver(zoom.refit);
  resize.observe(container);
  const stopWheel = zoomByWheel(container, zoom);
  const pointer = watchPointer(container);
  // Portrait and landscape pages in one document: what is fitted is the page in view.
  eventBus.on('pagechanging', ({ pageNumber, previous }: PageChange) => {
    // Not in the middle of pdf.js's own update.
    if (pageSize(viewer, pageNumber) !== pageSize(viewer, previous))
      requestAnimationFrame(zoom.refitPage);
  });
  viewer.setDocument(document);
  linkService.setDocument(document);

  return {
    ...makePdfFind(eventBus, document),
    ...makeCommands(container, viewer, zoom),
    status,
    document,
    container,
    page: (page) => pageViewOf(viewer, page),
    pointer: pointer.now,
    showPlace,
    onDrawn: (listener) => onDrawn(eventBus, listener),
    showUnseenPart(page) {
      scrollToPart(container, viewer, page, keeper.visit.tracker.unseenFrom(page));
      pointOut(container.parentElement ?? container);
    },
    destroy() {
      keepNow();
      resize.disconnect();
      stopWheel();
      pointer.stop();
      watched();
      giveBackPages(viewer);
      viewer.setDocument(null);
      linkService.setDocument(null);
      pages.replaceChildren();
    },
  };
}

// While pdf.js still knows its pages: it drops them as they are, with their pictures, and the garbage collector does not
// see how large those are.
function giveBackPages(viewer: PDFViewer): void {
  const views: Set<PageView> = viewer.getCachedPageViews();
  for (const view of views) view.destroy();
}

interface PageChange {
  readonly pageNumber: number;
  readonly previous: number;
}

// On screen, in CSS pixels: of the same scale, so two of them can be compared.
function pageSize(viewer: PDFViewer, page: number): string {
  const viewport = pageViewOf(viewer, page)?.viewport;
  return `${Math.round(viewport?.width ?? 0)} ${Math.round(viewport?.height ?? 0)}`;
}

// Passes on pdf.js's events and which pages were seen.
function watchPages(
  { container, keeper, events }: PdfViewParts,
  viewer: PDFViewer,
  eventBus: EventBus,
): () => void {
  const broken = new Set<number>();
  const stopListening = listenToPdf(eventBus, viewer, {
    ...events,
    onPageTrouble: (page, trouble) => {
      if (trouble !== 'kosong') broken.add(page);
      events.onPageTrouble(page, trouble);
    },
  });
  const isBroken = (page: number): boolean => broken.has(page);
  const { tracker } = keeper.visit;
  const stopSeen = watchSeenPages(container, viewer, { tracker, isBroken, ...events });
  return () => {
    stopSeen();
    stopListening();
  };
}

function makeCommands(container: HTMLElement, viewer: PDFViewer, zoom: Zoom) {
  return {
    scrollBy: (share: number) => container.scrollBy({ top: container.clientHeight * share }),
    panBy: (right: number, down: number) => container.scrollBy({ left: right, top: down }),
    showPage: (page: number) => {
      if (page >= 1 && page <= viewer.pagesCount) scrollToPage(container, viewer, page);
    },
    zoomIn: () => zoom.step(1),
    zoomOut: () => zoom.step(-1),
    fitWidth: () => zoom.fitWidth(),
    fitPage: () => zoom.fitPage(),
    rotate: () => {
      const page = viewer.currentPageNumber;
      viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
      // Lying pages are lower: without this, another page would come into view.
      viewer.scrollPageIntoView({ pageNumber: page });
    },
  };
}

// To the head of a page, at the same place across: a person who reads a zoomed column stays in it.
function scrollToPage(container: HTMLElement, viewer: PDFViewer, page: number): void {
  const left = container.scrollLeft;
  viewer.scrollPageIntoView({ pageNumber: page });
  container.scrollLeft = left;
}

function onDrawn(eventBus: EventBus, listener: () => void): () => void {
  const names = [
    'pagesinit',
    'pagerender',
    'pagerendered',
    'updateviewarea',
    'scalechanging',
    'rotationchanging',
  ];
  for (const name of names) eventBus.on(name, listener);
  return () => {
    for (const name of names) eventBus.off(name, listener);
  };
}

// A strip of what was seen before stays in view, as with the keys.
function scrollToPart(
  container: HTMLElement,
  viewer: PDFViewer,
  page: number,
  share: number,
): void {
  const view = pageViewOf(viewer, page);
  if (!view || share === 0) return scrollToPage(container, viewer, page);
  const { top, height } = placeOfPage(view);
  container.scrollTo({ top: top + height * share - container.clientHeight * 0.1 });
}
