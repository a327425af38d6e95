import { RenderingStates, type PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { makeSeenTracker, pagesInView, type PageBox } from '#renderer/viewer/pages/page-seen.ts';

/** How long a page must stay in view to count as seen, and how often that is looked at (milliseconds). */
const dwellMs = 300;
const tickMs = 150;

interface PageView {
  readonly id: number;
  readonly div: HTMLDivElement;
  readonly renderingState: number;
}

/**
 * Reports each page once it was drawn and in view for a moment; only while the window itself is visible. A page that
 * could not be drawn (`isBroken`) has not been seen, however long it was on screen.
 */
export function watchSeenPages(
  container: HTMLElement,
  viewer: PDFViewer,
  isBroken: (page: number) => boolean,
  onSeen: (page: number) => void,
): () => void {
  const tracker = makeSeenTracker(dwellMs);
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const view = { top: container.scrollTop, height: container.clientHeight };
    const pages = pagesInView(
      pageBoxes(viewer).filter((box) => !isBroken(box.page)),
      view,
    );
    for (const page of tracker.observe(pages, performance.now())) onSeen(page);
  }, tickMs);
  return () => clearInterval(timer);
}

function pageBoxes(viewer: PDFViewer): readonly PageBox[] {
  const boxes: PageBox[] = [];
  const views: Set<PageView> = viewer.getCachedPageViews();
  for (const view of views) {
    boxes.push({
      page: view.id,
      top: view.div.offsetTop,
      height: view.div.clientHeight,
      drawn: view.renderingState === RenderingStates.FINISHED,
    });
  }
  return boxes;
}
