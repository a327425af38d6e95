import { isDrawn } from '#renderer/viewer/pages/pdf-viewer.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** Whether the page that the person looks at is drawn. */
export function isPageInViewDrawn(view: PdfView): boolean {
  return isDrawn(view.page(view.status.now().page));
}

/** Calls back once the page that the person looks at is drawn, at once when it is; the returned function gives it up. */
export function afterPageInView(view: PdfView, then: () => void): () => void {
  if (isPageInViewDrawn(view)) {
    then();
    return () => undefined;
  }
  const stop = view.onDrawn(() => {
    if (!isPageInViewDrawn(view)) return;
    stop();
    then();
  });
  return stop;
}
