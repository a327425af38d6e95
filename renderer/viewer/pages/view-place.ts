import type { PlacedPage } from '#renderer/viewer/pages/page-views.ts';

/** Where the view begins: a page (from 1), and how far into it, as shares of its height and width. */
export interface ViewPlace {
  readonly page: number;
  readonly top: number;
  readonly left: number;
}

/** How far the content is scrolled, in CSS pixels. */
export interface ScrollOffset {
  readonly top: number;
  readonly left: number;
}

/** The place at which a view begins that is scrolled so far; null when there is no page. */
export function placeAt(pages: readonly PlacedPage[], scroll: ScrollOffset): ViewPlace | null {
  const box = pages.find(({ top, height }) => top + height > scroll.top) ?? pages.at(-1);
  if (!box || box.height <= 0 || box.width <= 0) return null;
  return {
    page: box.page,
    top: share(scroll.top - box.top, box.height),
    left: share(scroll.left - box.left, box.width),
  };
}

/** How far to scroll so that the view begins at a place within this page. */
export function scrollFor({ top, left }: Omit<ViewPlace, 'page'>, box: PlacedPage): ScrollOffset {
  return { top: box.top + top * box.height, left: box.left + left * box.width };
}

// Above a page lies its margin, beside it the empty ground: neither is a place on it.
function share(offset: number, size: number): number {
  return Math.min(1, Math.max(0, offset / size));
}
