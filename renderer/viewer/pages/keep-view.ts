import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { DocumentVisit } from '#renderer/viewer/document/document-visit.ts';
import type { RememberedView, Rotation } from '#renderer/viewer/document/viewer-ports.ts';
import { makeLongestStay } from '#renderer/viewer/pages/longest-stay.ts';
import { pageViewOf, placedPages, placeOfPage } from '#renderer/viewer/pages/page-views.ts';
import { nextView, sameView } from '#renderer/viewer/pages/remembered-view.ts';
import { placeAt, scrollFor, type ViewPlace } from '#renderer/viewer/pages/view-place.ts';
import type { Zoom } from '#renderer/viewer/pages/zoom.ts';

/** How long the view must rest until it is kept (milliseconds). */
const restMs = 300;

/** How a document begins, and who keeps what the person makes of it. */
export interface ViewKeeper {
  readonly rotation: Rotation;
  /** How the last document of this kind was looked at. */
  readonly view: RememberedView | null;
  readonly visit: DocumentVisit;
  onView(view: RememberedView): void;
  onRotation(rotation: Rotation): void;
}

/** The viewer whose view is kept. */
export interface KeptViewer {
  readonly container: HTMLElement;
  readonly viewer: PDFViewer;
  readonly eventBus: EventBus;
  readonly zoom: Zoom;
}

/** Restores the view as soon as the document is laid out, then keeps it whenever it rests; the answer ends that. */
export function keepView(kept: KeptViewer, keeper: ViewKeeper): () => void {
  const { container, viewer, eventBus, zoom } = kept;
  const stay = makeLongestStay();
  let known = keeper.view ?? unread;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let begun = false;

  const onRest = (): void => {
    clearTimeout(rest);
    const place = begun ? placeAt(placedPages(viewer), scrollOf(container)) : null;
    if (!place) return;
    keeper.visit.place = place;
    const beyondWidth = zoom.beyondWidth();
    const now = performance.now();
    stay.observe(beyondWidth && place.page === 1 ? place.top : null, now);
    const measured = { zoom: zoom.current(), left: place.left, top: stay.best(now), beyondWidth };
    const next = nextView(known, measured);
    if (sameView(next, known)) return;
    known = next;
    keeper.onView(next);
  };
  const onMove = (): void => {
    clearTimeout(rest);
    rest = setTimeout(onRest, restMs);
  };
  eventBus.on('pagesinit', () => {
    restore(kept, keeper);
    begun = true;
    onMove();
  });
  eventBus.on('updateviewarea', onMove);
  eventBus.on('scalechanging', onMove);
  eventBus.on('rotationchanging', ({ pagesRotation }: { readonly pagesRotation: number }) => {
    if (begun) keeper.onRotation(quarterTurns(pagesRotation));
    onMove();
  });
  return onRest;
}

const unread: RememberedView = { zoom: 'lebar', top: 0, left: 0 };

function restore({ container, viewer, zoom }: KeptViewer, keeper: ViewKeeper): void {
  const remembered = keeper.view ?? unread;
  viewer.pagesRotation = keeper.rotation;
  zoom.restore(remembered.zoom);
  const { top, left } = remembered;
  const place = keeper.visit.place ?? { page: 1, top: zoom.beyondWidth() ? top : 0, left };
  scrollToPlace(container, viewer, place);
  const restored = container.scrollTop;
  // Only now are the sizes of all pages known. What the person moved meanwhile stays.
  void viewer.pagesPromise?.then(() => {
    const unmoved = Math.abs(container.scrollTop - restored) < 1;
    if (viewer.pagesCount > 0 && !viewer.hasEqualPageSizes && unmoved)
      scrollToPlace(container, viewer, place);
    return undefined;
  });
}

function scrollToPlace(container: HTMLElement, viewer: PDFViewer, place: ViewPlace): void {
  const page = pageViewOf(viewer, Math.min(place.page, viewer.pagesCount));
  if (page) container.scrollTo(scrollFor(place, placeOfPage(page)));
}

function scrollOf({ scrollTop, scrollLeft }: HTMLElement) {
  return { top: scrollTop, left: scrollLeft };
}

function quarterTurns(degrees: number): Rotation {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}
