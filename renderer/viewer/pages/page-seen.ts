/** Where a page lies in the scrolled container, in the container's own pixels. */
export interface LaidOutPage {
  readonly page: number;
  readonly top: number;
  readonly height: number;
  /** Degrees; a turned page is divided anew. */
  readonly rotation: number;
  /** Whether its picture is drawn. */
  readonly drawn: boolean;
}

/** The part of the container that is in view. */
export interface ViewBox {
  readonly top: number;
  readonly height: number;
}

/** Into how many bands of equal height a page is divided, from top to bottom. */
export const bandCount = 40;

/**
 * How many bands have to be seen: 95 % of the height. What may stay out of sight is narrower than the margin of a
 * page, so a date or a signature at the foot never counts as seen unseen.
 */
export const bandsNeeded = 38;

/** How long a band must stay in view without a break (milliseconds). */
export const dwellMs = 150;

// One look is never enough, however late it comes: the page may have been elsewhere in between.
const longestStepMs = dwellMs / 2;

/**
 * The bands (from 0) of a drawn page of which the middle is in view. The middle, not the whole band: so it holds at any
 * zoom, also where a band is higher than the overlap of two screens. Where the view is horizontally plays no part.
 */
export function bandsInView({ top, height, drawn }: LaidOutPage, view: ViewBox): readonly number[] {
  if (!drawn || height <= 0 || view.height <= 0) return [];
  return allBands.filter((band) => {
    const middle = top + ((band + 0.5) / bandCount) * height;
    return middle >= view.top && middle <= view.top + view.height;
  });
}

const allBands = Array.from({ length: bandCount }, (_, band) => band);

/** Decides when a page counts as seen. */
export interface SeenTracker {
  /** Tells what is in view at a moment (milliseconds, monotonic); answers the pages that have just become seen. */
  observe(boxes: readonly LaidOutPage[], view: ViewBox, nowMs: number): readonly number[];
  /** Nothing is in view: whatever was being looked at starts over. */
  pause(): void;
  /** Where the first unseen band of a page begins, as a share of its height (0 to 1); 0 when nothing was seen. */
  unseenFrom(page: number): number;
}

interface PageProgress {
  readonly rotation: number;
  readonly seen: Set<number>;
  /** How long each band has now been in view (milliseconds). */
  inView: ReadonlyMap<number, number>;
}

/** A page counts as seen once (nearly) all of its height has been in view for a moment; each page is reported once. */
export function makeSeenTracker(): SeenTracker {
  const progress = new Map<number, PageProgress>();
  const reported = new Set<number>();
  let lastMs: number | null = null;

  function pause(): void {
    for (const known of progress.values()) known.inView = new Map();
    lastMs = null;
  }

  return {
    pause,
    observe(boxes, view, nowMs) {
      const stepMs = lastMs === null ? 0 : Math.min(nowMs - lastMs, longestStepMs);
      lastMs = nowMs;
      const shown = new Set(boxes.map((box) => box.page));
      for (const [page, known] of progress) if (!shown.has(page)) known.inView = new Map();
      for (const box of boxes) {
        const known = progressOf(progress, box);
        look(known, bandsInView(box, view), stepMs);
      }
      const fresh = [...shown].filter(
        (page) => !reported.has(page) && (progress.get(page)?.seen.size ?? 0) >= bandsNeeded,
      );
      for (const page of fresh) reported.add(page);
      return fresh;
    },
    unseenFrom(page) {
      const seen = progress.get(page)?.seen;
      const first = allBands.find((band) => !seen?.has(band)) ?? 0;
      return first / bandCount;
    },
  };
}

function progressOf(progress: Map<number, PageProgress>, box: LaidOutPage): PageProgress {
  const known = progress.get(box.page);
  // Upper half upright and left half turned do not make a whole page.
  if (known?.rotation === box.rotation) return known;
  const fresh = { rotation: box.rotation, seen: new Set<number>(), inView: new Map() };
  progress.set(box.page, fresh);
  return fresh;
}

function look(known: PageProgress, bands: readonly number[], stepMs: number): void {
  const before = known.inView;
  const now = new Map<number, number>();
  for (const band of bands) {
    const already = before.get(band);
    const heldMs = already === undefined ? 0 : already + stepMs;
    now.set(band, heldMs);
    if (heldMs >= dwellMs) known.seen.add(band);
  }
  known.inView = now;
}
