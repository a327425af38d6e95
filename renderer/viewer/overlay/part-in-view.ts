import { boxOnPage, turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import { placeOfPage, type PlacedPage } from '#renderer/viewer/pages/page-views.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { placeAt, type ViewPlace } from '#renderer/viewer/pages/view-place.ts';

/** Where the part of a document begins that is in view; null before it is laid out. */
export function viewBegins(view: PdfView): ViewPlace | null {
  const { scrollTop: top, scrollLeft: left } = view.container;
  return placeAt(placedPages(view), { top, left });
}

/** Whether any of a place (shares of the page before it is turned) is in view. */
export function isInView(view: PdfView, page: number, box: PlaceBox): boolean {
  const shown = view.page(page);
  if (!shown) return false;
  const { rotation } = view.status.now();
  const { top, height } = boxOnPage(turnBox(box, rotation), placeOfPage(shown));
  const { scrollTop, clientHeight } = view.container;
  return top + height > scrollTop && top < scrollTop + clientHeight;
}

function placedPages(view: PdfView): readonly PlacedPage[] {
  const { pageCount } = view.status.now();
  return Array.from({ length: pageCount }, (_, index) => view.page(index + 1)).flatMap((page) =>
    page ? [placeOfPage(page)] : [],
  );
}
