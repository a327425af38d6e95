import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { pageViewOf } from '#renderer/viewer/pages/page-views.ts';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import { pdfLimits } from '#renderer/pdf/pdf-limits.ts';

/** What the document on screen reports. */
export interface PdfViewEvents {
  readonly onPageChange: (page: number) => void;
  readonly onPageSeen: (page: number) => void;
  /** A page is drawn but shows nothing, or could not be drawn. */
  readonly onPageTrouble: (page: number, trouble: 'kosong' | 'gagal') => void;
  /** The first page was not drawn in time: the document has to be given up. */
  readonly onHang: () => void;
  readonly onFound: (current: number, total: number) => void;
}

// The parts of pdf.js's events that are read here; its own types leave them open.
interface PageRendered {
  readonly pageNumber: number;
  readonly error?: unknown;
  readonly isDetailView?: boolean;
  readonly source: { readonly canvas?: HTMLCanvasElement | null };
}

interface FindCounted {
  readonly matchesCount: { readonly current: number; readonly total: number };
}

/** Passes on the events of pdf.js's viewer; the returned function stops that. */
export function listenToPdf(
  eventBus: EventBus,
  viewer: PDFViewer,
  events: PdfViewEvents,
): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const hang = setTimeout(events.onHang, pdfLimits.drawMs);
  const onPagesInit = (): void => namePages(viewer);
  const onPageRendered = (event: PageRendered): void => {
    clearTimeout(hang);
    markDrawn();
    const trouble = troubleOf(event);
    if (trouble) events.onPageTrouble(event.pageNumber, trouble);
  };
  const onCounted = ({ matchesCount }: FindCounted): void =>
    events.onFound(matchesCount.current, matchesCount.total);
  const onPageChanging = ({ pageNumber }: { readonly pageNumber: number }): void =>
    events.onPageChange(pageNumber);

  eventBus.on('pagesinit', onPagesInit, options);
  eventBus.on('pagechanging', onPageChanging, options);
  eventBus.on('pagerendered', onPageRendered, options);
  eventBus.on('updatefindmatchescount', onCounted, options);
  eventBus.on('updatefindcontrolstate', onCounted, options);
  return () => {
    clearTimeout(hang);
    stop.abort();
  };
}

/** Whoever has something to show that can wait until the person sees the page listens for this mark (`pageDrawn` of the surroundings). */
const drawnMark = 'meja-halaman-tergambar';

function markDrawn(): void {
  performance.mark(drawnMark);
  // Told to those who listen; kept for nobody.
  performance.clearMarks(drawnMark);
}

function troubleOf({ error, isDetailView, source }: PageRendered): 'kosong' | 'gagal' | null {
  if (error) return 'gagal';
  if (isDetailView === true || !source.canvas) return null;
  return isBlankCanvas(source.canvas) ? 'kosong' : null;
}

function namePages(viewer: PDFViewer): void {
  for (let page = 1; page <= viewer.pagesCount; page += 1) {
    const div = pageViewOf(viewer, page)?.div;
    div?.setAttribute('aria-label', viewerText.pageLandmark(page));
    // pdf.js makes every page a landmark; a document of many pages would drown the others.
    div?.setAttribute('role', 'group');
  }
}

const side = 48;

/**
 * Whether a drawn page shows nothing at all: a picture that could not be decoded leaves the page white without any
 * error. The canvas is shrunk first, so the check costs little; faint scans still differ from plain white.
 */
function isBlankCanvas(canvas: HTMLCanvasElement): boolean {
  const sample = document.createElement('canvas');
  sample.width = side;
  sample.height = side;
  const context = sample.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return false;
  context.imageSmoothingQuality = 'medium';
  context.drawImage(canvas, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, index) => Math.abs(value - (data[index % 4] ?? 0)) <= 1);
}
