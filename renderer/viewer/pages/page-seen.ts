/** Where a page lies in the scrolled container, in the container's own pixels. */
export interface PageBox {
  readonly page: number;
  readonly top: number;
  readonly height: number;
  /** Whether its picture is drawn. */
  readonly drawn: boolean;
}

/** The part of the container that is in view. */
export interface ViewBox {
  readonly top: number;
  readonly height: number;
}

/**
 * The pages that a person can be said to look at: drawn, and either at least half of the page's height in view or, when
 * zoomed in, the whole view filled by it.
 */
export function pagesInView(boxes: readonly PageBox[], view: ViewBox): readonly number[] {
  return boxes
    .filter((box) => {
      if (!box.drawn || box.height <= 0 || view.height <= 0) return false;
      const visible =
        Math.min(box.top + box.height, view.top + view.height) - Math.max(box.top, view.top);
      return visible >= box.height / 2 || visible >= view.height - 2;
    })
    .map((box) => box.page);
}

/** Decides when a page in view counts as seen. */
export interface SeenTracker {
  /** Tells which pages are in view at a moment (milliseconds, monotonic); answers those that have just become seen. */
  observe(pages: readonly number[], nowMs: number): readonly number[];
}

/** A page counts as seen once it stayed in view for `dwellMs` without a break; each page is reported once. */
export function makeSeenTracker(dwellMs: number): SeenTracker {
  const since = new Map<number, number>();
  const reported = new Set<number>();
  return {
    observe(pages, nowMs) {
      for (const page of since.keys()) if (!pages.includes(page)) since.delete(page);
      for (const page of pages) if (!since.has(page)) since.set(page, nowMs);
      const fresh = pages.filter(
        (page) => !reported.has(page) && nowMs - (since.get(page) ?? nowMs) >= dwellMs,
      );
      for (const page of fresh) reported.add(page);
      return fresh;
    },
  };
}
