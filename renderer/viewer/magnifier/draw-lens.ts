import {
  encloses,
  lensSource,
  movedBy,
  partOfPage,
  throughLens,
  type Box,
  type ViewPoint,
} from '#renderer/viewer/magnifier/lens-geometry.ts';
import { lookOf, type LensTiles } from '#renderer/viewer/magnifier/lens-tile.ts';
import { placeOfPage, type PageView } from '#renderer/viewer/pages/page-views.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** How far beyond the lens is drawn in advance (share of its size on each side), so that a small movement stays sharp. */
const ahead = 0.5;

/**
 * Draws what the lens shows: at once the enlarged picture of the page on screen, over it whatever was drawn sharply;
 * asks for what is missing of that.
 */
export function drawLens(
  canvas: HTMLCanvasElement,
  view: PdfView,
  tiles: LensTiles,
  { pointer, lens }: { readonly pointer: ViewPoint; readonly lens: Box },
): void {
  const density = window.devicePixelRatio;
  canvas.width = Math.round(lens.width * density);
  canvas.height = Math.round(lens.height * density);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(density, density);
  context.imageSmoothingQuality = 'high';
  const source = lensSource(pointer, lens);
  for (const page of pagesInView(view)) {
    const paper = boxOnView(page, view.container);
    const part = partOfPage(source, paper);
    if (!part) continue;
    const onLens = throughLens(paper, source);
    context.fillStyle = '#fff';
    context.fillRect(onLens.left, onLens.top, onLens.width, onLens.height);
    if (page.canvas) drawWithin(context, page.canvas, onLens);
    const shown = movedBy(part, -paper.left, -paper.top);
    const tile = tiles.latest();
    const fits = tile?.page === page.id && tile.look === lookOf(page);
    if (fits)
      drawWithin(
        context,
        tile.canvas,
        throughLens(movedBy(tile.part, paper.left, paper.top), source),
      );
    if (!isUnder(pointer, paper) || (fits && encloses(tile.part, shown))) continue;
    const wanted = partOfPage(source, paper, ahead);
    if (wanted) tiles.request(page, movedBy(wanted, -paper.left, -paper.top));
  }
}

function drawWithin(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, box: Box): void {
  if (picture.width === 0 || picture.height === 0) return;
  context.drawImage(picture, box.left, box.top, box.width, box.height);
}

// The page of the view and its neighbours: more are never under one lens.
function pagesInView(view: PdfView): readonly PageView[] {
  const { page, pageCount } = view.status.now();
  const pages: PageView[] = [];
  for (let number = Math.max(1, page - 1); number <= Math.min(pageCount, page + 3); number += 1) {
    const found = view.page(number);
    if (found) pages.push(found);
  }
  return pages;
}

function boxOnView(page: PageView, container: HTMLElement): Box {
  const { left, top, width, height } = placeOfPage(page);
  return { left: left - container.scrollLeft, top: top - container.scrollTop, width, height };
}

function isUnder({ x, y }: ViewPoint, { left, top, width, height }: Box): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
