import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import {
  boundsOf,
  boxOnPage,
  scrollToPlace,
  turnBox,
  type PlaceBox,
} from '#renderer/viewer/overlay/place-geometry.ts';
import { pageViewOf, placeOfPage } from '#renderer/viewer/pages/page-views.ts';

interface WantedPlace {
  readonly page: number;
  readonly boxes: readonly PlaceBox[];
}

/**
 * Brings places into view. What is asked for before the document is laid out is shown then; once more when the sizes of
 * all pages are known, unless the person has moved meanwhile.
 */
export function makeShowPlace(
  container: HTMLElement,
  viewer: PDFViewer,
  eventBus: EventBus,
): (page: number, boxes: readonly PlaceBox[]) => void {
  let waiting: WantedPlace | null = null;

  function show(wanted: WantedPlace): void {
    scrollTo(container, viewer, wanted);
    const shown = container.scrollTop;
    if (viewer.pageViewsReady) return;
    void viewer.pagesPromise?.then(() => {
      const unmoved = Math.abs(container.scrollTop - shown) < 1;
      if (viewer.pagesCount > 0 && unmoved) scrollTo(container, viewer, wanted);
      return undefined;
    });
  }

  eventBus.on('pagesinit', () => {
    if (waiting) show(waiting);
    waiting = null;
  });
  return (page, boxes) => {
    if (viewer.pagesCount === 0) waiting = { page, boxes };
    else show({ page, boxes });
  };
}

function scrollTo(container: HTMLElement, viewer: PDFViewer, { page, boxes }: WantedPlace): void {
  const view = pageViewOf(viewer, page);
  const bounds = boundsOf(boxes);
  if (!view || !bounds) return;
  const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = container;
  const place = boxOnPage(turnBox(bounds, viewer.pagesRotation), placeOfPage(view));
  const offset = scrollToPlace(place, { left, top, width, height });
  // At once: a page that glides by would be neither read nor passed over.
  if (offset) container.scrollTo({ ...offset, behavior: 'instant' });
}
