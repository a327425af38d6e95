import { RenderingStates, type PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { makeSeenTracker, type PageBox } from '#renderer/viewer/pages/page-seen.ts';

/** How often is looked at what is in view (milliseconds): several times within the moment that a band must stay. */
const tickMs = 50;

interface PageView {
  readonly id: number;
  readonly div: HTMLDivElement;
  readonly renderingState: number;
}

/** What was seen of the document on screen. */
export interface SeenWatch {
  /** Where the first unseen part of a page begins, as a share of its height (0 to 1). */
  unseenFrom(page: number): number;
  stop(): void;
}

/**
 * Reports each page once all of it was drawn and in view for a moment; only while the window itself is visible. A page
 * that could not be drawn (`isBroken`) has not been seen, however long it was on screen.
 */
export function watchSeenPages(
  container: HTMLElement,
  viewer: PDFViewer,
  isBroken: (page: number) => boolean,
  onSeen: (page: number) => void,
): SeenWatch {
  const tracker = makeSeenTracker();
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return tracker.pause();
    const view = { top: container.scrollTop, height: container.clientHeight };
    const boxes = pageBoxes(viewer).filter((box) => !isBroken(box.page));
    for (const page of tracker.observe(boxes, view, performance.now())) onSeen(page);
  }, tickMs);
  return { unseenFrom: (page) => tracker.unseenFrom(page), stop: () => clearInterval(timer) };
}

function pageBoxes(viewer: PDFViewer): readonly PageBox[] {
  const boxes: PageBox[] = [];
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
