import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { useSyncExternalStore } from 'react';

/** What the toolbar and the thumbnails show of the document on screen. */
export interface ViewStatus {
  /** In view, from 1. */
  readonly page: number;
  readonly pageCount: number;
  /** Size relative to paper on screen: 1 is 100 %; null until the document is laid out. */
  readonly scale: number | null;
  readonly zoom: 'lebar' | 'halaman' | 'bebas';
  /** Degrees clockwise. */
  readonly rotation: number;
}

/** The status, and who wants to know that it changed. */
export interface ViewStatusSource {
  readonly now: () => ViewStatus;
  /** The returned function ends it. */
  readonly onChange: (listener: () => void) => () => void;
}

/** Follows pdf.js's viewer; ends with the event bus. */
export function makeViewStatus(
  eventBus: EventBus,
  viewer: PDFViewer,
  pageCount: number,
): ViewStatusSource {
  const listeners = new Set<() => void>();
  let status: ViewStatus = { page: 1, pageCount, scale: null, zoom: 'bebas', rotation: 0 };
  const read = (): void => {
    status = {
      page: viewer.currentPageNumber,
      pageCount,
      scale: viewer.currentScale,
      zoom: zoomOf(viewer),
      rotation: viewer.pagesRotation,
    };
    for (const listener of listeners) listener();
  };
  for (const name of ['pagesinit', 'pagechanging', 'scalechanging', 'rotationchanging'])
    eventBus.on(name, read);
  return {
    now: () => status,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** pdf.js's names of the zooms that follow the size of the view. */
export const fitZooms = { lebar: 'page-width', halaman: 'page-fit' } as const;

/** Whether the zoom follows the view's width, its whole size, or neither. */
export function zoomOf(viewer: PDFViewer): ViewStatus['zoom'] {
  if (viewer.currentScaleValue === fitZooms.lebar) return 'lebar';
  return viewer.currentScaleValue === fitZooms.halaman ? 'halaman' : 'bebas';
}

/** The status of what is shown, null while nothing is. */
export function useViewStatus(
  view: { readonly status: ViewStatusSource } | null,
): ViewStatus | null {
  return useSyncExternalStore(view?.status.onChange ?? noChanges, view ? view.status.now : nothing);
}

const noChanges = () => () => undefined;
const nothing = () => null;
