import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { RememberedView } from '#renderer/viewer/document/viewer-ports.ts';
import { pageViewOf } from '#renderer/viewer/pages/page-views.ts';
import { fitZooms, zoomOf } from '#renderer/viewer/pages/view-status.ts';

/** How much one step changes the size. */
const step = 1.25;

/** Sizes relative to paper on screen between which the person may choose. */
const limits = { least: 0.02, most: 12 } as const;

/** The size at which the document is shown. */
export interface Zoom {
  /** One step larger (1) or smaller (-1), around a point of the container. Without one, the line at the upper edge stays. */
  step(direction: 1 | -1, around?: { readonly x: number; readonly y: number }): void;
  fitWidth(): void;
  fitPage(): void;
  restore(zoom: RememberedView['zoom']): void;
  /** As it is to be restored; a number is how many times the width that fits. */
  current(): RememberedView['zoom'];
  /** Whether the page in view is wider than the container. */
  beyondWidth(): boolean;
  /** The container has another size: shows the same share of the page. */
  readonly refit: () => void;
  /** Another page is in view, perhaps of another size: a zoom that fits the page follows it. */
  readonly refitPage: () => void;
}

/** Sizes the document of this viewer. */
export function makeZoom(container: HTMLElement, viewer: PDFViewer): Zoom {
  let times = 1;
  // The scale at which the page in view is as wide as the container.
  const fitting = (): number => {
    const page = pageViewOf(viewer, viewer.currentPageNumber);
    const width = page?.viewport.width ?? 0;
    return width > 0 ? (container.clientWidth / width) * viewer.currentScale : 1;
  };
  const setTimes = (next: number): void => {
    times = next;
    viewer.currentScale = Math.min(limits.most, Math.max(limits.least, next * fitting()));
  };
  const fit = (zoom: 'lebar' | 'halaman'): void => {
    viewer.currentScaleValue = fitZooms[zoom];
  };
  const refitPage = (): void => {
    const zoom = zoomOf(viewer);
    if (viewer.pdfDocument && zoom !== 'bebas') fit(zoom);
  };
  return {
    step(direction, around) {
      const now = viewer.currentScale;
      const next = direction === 1 ? now * step : now / step;
      const to = Math.min(limits.most, Math.max(limits.least, next));
      const { x, y } = around ?? { x: container.clientWidth / 2, y: 0 };
      viewer.updateScale({ scaleFactor: to / now, origin: [x, y], drawingDelay: 200 });
      times = viewer.currentScale / fitting();
    },
    fitWidth: () => fit('lebar'),
    fitPage() {
      fit('halaman');
      viewer.scrollPageIntoView({ pageNumber: viewer.currentPageNumber });
    },
    restore: (zoom) => (typeof zoom === 'number' ? setTimes(zoom) : fit(zoom)),
    current() {
      const zoom = zoomOf(viewer);
      return zoom === 'bebas' ? times : zoom;
    },
    beyondWidth: () => viewer.currentScale > fitting() * 1.01,
    refitPage,
    refit() {
      if (!viewer.pdfDocument || viewer.pagesCount === 0) return;
      if (zoomOf(viewer) === 'bebas') setTimes(times);
      else refitPage();
    },
  };
}
