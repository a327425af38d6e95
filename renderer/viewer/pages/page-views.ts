import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';

/** The parts of pdf.js's page views that are used here; its own types leave them open. */
export interface PageView {
  /** Page number, from 1. */
  readonly id: number;
  readonly div: HTMLDivElement;
  readonly renderingState: number;
  /** As shown now, rotation included. */
  readonly viewport: PageViewport;
  /** Of the whole page; absent until it is drawn, and again when it is far out of view. */
  readonly canvas?: HTMLCanvasElement | null;
  /** Absent until pdf.js has fetched the page. */
  readonly pdfPage?: PDFPageProxy | null;
  /** Gives its pictures back; it can be drawn again. */
  destroy(): void;
}

/** A page of the document on screen; undefined before the document is set or when there is no such page. */
export function pageViewOf(viewer: PDFViewer, page: number): PageView | undefined {
  const view: PageView | undefined = viewer.getPageView(page - 1);
  return view;
}

/** Where a page lies in the scrolled content, in CSS pixels. */
export interface PlacedPage {
  readonly page: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Where a page lies now. */
export function placeOfPage({ id, div }: PageView): PlacedPage {
  return {
    page: id,
    top: div.offsetTop,
    left: div.offsetLeft,
    width: div.clientWidth,
    height: div.clientHeight,
  };
}

/** Every page with its place, in order. */
export function placedPages(viewer: PDFViewer): readonly PlacedPage[] {
  const pages: PlacedPage[] = [];
  for (let page = 1; page <= viewer.pagesCount; page += 1) {
    const view = pageViewOf(viewer, page);
    if (view) pages.push(placeOfPage(view));
  }
  return pages;
}
