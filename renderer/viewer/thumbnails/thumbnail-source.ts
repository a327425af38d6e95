import { RenderingStates } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { giveBack } from '#renderer/viewer/pages/give-back.ts';
import { isPageInViewDrawn } from '#renderer/viewer/pages/page-in-view.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { renderPage, type PageRendering } from '#renderer/viewer/pages/render-page.ts';
import { fittingThumbnail, shrink } from '#renderer/viewer/thumbnails/thumbnail-size.ts';

/** Draws small pictures of the pages that are wanted, one at a time, after what the person is looking at. */
export interface ThumbnailSource {
  of(page: number): HTMLCanvasElement | null;
  /** The pages near the view of the strip; what was wanted before and is not now, waits. */
  want(pages: readonly number[]): void;
  /** Works as long as somebody listens; the returned function ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows with every picture. */
  readonly version: () => number;
}

/** Small pictures of the document on screen. */
export function makeThumbnails(view: PdfView): ThumbnailSource {
  const listeners = new Set<() => void>();
  const drawer = makeDrawer(view, () => listeners.size > 0);
  const drawn = new Map<number, HTMLCanvasElement | null>();
  let wanted: readonly number[] = [];
  let busy = false;
  let version = 0;
  let rotation = view.status.now().rotation;

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let page = next(); page !== undefined; page = next()) {
      const turned = rotation;
      const canvas = await drawer.draw(page, turned);
      // Given up is not drawn.
      if (turned !== rotation || listeners.size === 0) continue;
      drawn.set(page, canvas);
      tell();
    }
    busy = false;
  }

  function next(): number | undefined {
    if (listeners.size === 0 || drawer.mustWait()) return undefined;
    return wanted.find((page) => !drawn.has(page));
  }

  function tell(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function onDrawn(): void {
    const turned = view.status.now().rotation;
    if (turned !== rotation) drawn.clear();
    rotation = turned;
    void run();
  }

  return {
    of: (page) => drawn.get(page) ?? null,
    version: () => version,
    want(pages) {
      wanted = pages;
      void run();
    },
    subscribe(listener) {
      listeners.add(listener);
      const stopDrawn = view.onDrawn(onDrawn);
      void run();
      return () => {
        listeners.delete(listener);
        stopDrawn();
        drawer.cancel();
      };
    },
  };
}

// Draws a page while it is `wanted`; `mustWait` until the page that the person looks at is drawn.
function makeDrawer(view: PdfView, wanted: () => boolean) {
  let running: PageRendering | null = null;

  async function draw(page: number, rotation: number): Promise<HTMLCanvasElement | null> {
    const shown = view.page(page);
    if (!shown) return null;
    if (shown.canvas && shown.renderingState === RenderingStates.FINISHED)
      return shrink(shown.canvas);
    // A page that cannot be read stays white; the viewer says what is wrong with it.
    const pdfPage = await view.document.getPage(page).catch(() => null);
    // The strip may have gone meanwhile, and the document with it.
    if (!pdfPage || !wanted()) return null;
    const whole = pdfPage.getViewport({ scale: 1, rotation: (pdfPage.rotate + rotation) % 360 });
    // Drawn larger and then shrunk, small print comes out grey instead of broken.
    const scale = fittingThumbnail(whole) * window.devicePixelRatio * 3;
    const viewport = whole.clone({ scale });
    running = renderPage(pdfPage, viewport, viewport);
    const canvas = await running.done;
    running = null;
    // Its pictures are large; only pages near the view keep them.
    if (view.page(page)?.renderingState === RenderingStates.INITIAL) pdfPage.cleanup();
    const small = canvas && shrink(canvas);
    if (canvas) giveBack(canvas);
    return small;
  }

  return {
    draw,
    cancel: () => running?.cancel(),
    mustWait: () => !isPageInViewDrawn(view),
  };
}
