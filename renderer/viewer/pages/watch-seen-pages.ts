import { RenderingStates, type PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { LaidOutPage, SeenTracker } from '#renderer/viewer/pages/page-seen.ts';
import type { PageView } from '#renderer/viewer/pages/page-views.ts';

/** How often is looked at what is in view (milliseconds): several times within the moment that a band must stay. */
const tickMs = 50;

/** What decides, and who is told. */
export interface SeenWatch {
  readonly tracker: SeenTracker;
  readonly isBroken: (page: number) => boolean;
  readonly onPageSeen: (page: number) => void;
}

/**
 * Reports each page once all of it was drawn and in view for a moment; only while the window itself is visible. A page
 * that could not be drawn (`isBroken`) has not been seen, however long it was on screen. The returned function ends it.
 */
export function watchSeenPages(
  container: HTMLElement,
  viewer: PDFViewer,
  { tracker, isBroken, onPageSeen }: SeenWatch,
): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return tracker.pause();
    const view = { top: container.scrollTop, height: container.clientHeight };
    const boxes = pageBoxes(viewer).filter((box) => !isBroken(box.page));
    for (const page of tracker.observe(boxes, view, performance.now())) onPageSeen(page);
  }, tickMs);
  // What was in view when the document went was not looked at in between.
  return () => {
    clearInterval(timer);
    tracker.pause();
  };
}

function pageBoxes(viewer: PDFViewer): readonly LaidOutPage[] {
  const boxes: LaidOutPage[] = [];
  const views: Set<PageView> = viewer.getCachedPageViews();
  for (const view of views) {
    boxes.push({
      page: view.id,
      top: view.div.offsetTop,
      height: view.div.clientHeight,
      rotation: viewer.pagesRotation,
      drawn: view.renderingState === RenderingStates.FINISHED,
    });
  }
  return boxes;
}
