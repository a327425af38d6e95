import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** What the keyboard of the surrounding screen can ask of the viewer; without effect while no document is shown. */
export interface ViewerCommands {
  readonly scrollDown: () => void;
  readonly scrollUp: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fitWidth: () => void;
  readonly rotate: () => void;
  readonly search: () => void;
  readonly nextDocument: () => void;
  readonly nextPage: () => void;
  readonly previousPage: () => void;
  /** The whole page in view. */
  readonly fitPage: () => void;
  readonly toggleMagnifier: () => void;
  /** Puts the magnifier away; false when there is none. */
  readonly endMagnifier: () => boolean;
  /** Two documents of the usul beside each other, or one again. */
  readonly toggleSideBySide: () => void;
  /** Goes to the first part that was not seen yet, in this document or the next one that has such a page. */
  readonly showUnseen: () => void;
  /**
   * Brings a place (page from 1; shares of the page) into view, in whichever document of the usul it is; at the present
   * size, and without any motion where it is in view already.
   */
  readonly showPlace: (sha256: string, page: number, boxes: readonly PlaceBox[]) => void;
  /** The document that the keys act on; null when none is shown. */
  readonly shownDocument: () => string | null;
}

/** What concerns the shown document alone. */
export type PageCommands = Omit<
  ViewerCommands,
  | 'nextDocument'
  | 'showUnseen'
  | 'showPlace'
  | 'shownDocument'
  | 'toggleMagnifier'
  | 'endMagnifier'
  | 'toggleSideBySide'
>;

/** The shown document as the commands reach it. */
export interface AttachedView {
  readonly view: PdfView;
  readonly openSearch: () => void;
}

/** One screen down or up, as a share of the view's height: it leaves a strip of what was read before. */
export const scrollShare = 0.9;

/** Commands for a document; without effect when there is none. */
export function pageCommands(attached: AttachedView | null): PageCommands {
  const view = attached?.view;
  const page = (by: 1 | -1): void => {
    view?.showPage(view.status.now().page + by);
  };
  return {
    scrollDown: () => view?.scrollBy(scrollShare),
    scrollUp: () => view?.scrollBy(-scrollShare),
    zoomIn: () => view?.zoomIn(),
    zoomOut: () => view?.zoomOut(),
    fitWidth: () => view?.fitWidth(),
    fitPage: () => view?.fitPage(),
    rotate: () => view?.rotate(),
    search: () => attached?.openSearch(),
    nextPage: () => page(1),
    previousPage: () => page(-1),
  };
}
