import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import { pdfLimits } from '#renderer/pdf/pdf-limits.ts';
import { annotationMode } from '#renderer/viewer/pages/pdf-viewer.ts';

/** A drawing that can be given up. */
export interface PageRendering {
  /** The drawn canvas; null when it was given up, took too long, or the page cannot be drawn. */
  readonly done: Promise<HTMLCanvasElement | null>;
  cancel(): void;
}

/**
 * Draws (part of) a page beside the viewer: whatever of the viewport falls on a canvas of this size (device pixels).
 * Costs little for a page that is on screen, because pdf.js keeps it parsed.
 */
export function renderPage(
  page: PDFPageProxy,
  viewport: PageViewport,
  size: { readonly width: number; readonly height: number },
): PageRendering {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(size.width));
  canvas.height = Math.max(1, Math.round(size.height));
  if (canvas.width * canvas.height > pdfLimits.canvasPixels) return refused;
  const task = page.render({ canvas, viewport, annotationMode });
  const cancel = (): void => task.cancel();
  const limit = setTimeout(cancel, pdfLimits.drawMs);
  const done = task.promise.then(
    () => canvas,
    // Given up, or a page that the viewer itself reports as broken.
    () => null,
  );
  return { done: done.finally(() => clearTimeout(limit)), cancel };
}

const refused: PageRendering = { done: Promise.resolve(null), cancel: () => undefined };
