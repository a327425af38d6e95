import { describe, expect, it } from 'vitest';
import {
  bandCount,
  bandsInView,
  makeSeenTracker,
  type LaidOutPage,
  type SeenTracker,
  type ViewBox,
} from '#renderer/viewer/pages/page-seen.ts';
import { scrollShare } from '#renderer/viewer/viewer-commands.ts';

function page(number: number, top: number, height = 1000, drawn = true): LaidOutPage {
  return { page: number, top, height, rotation: 0, drawn };
}

/** Looks at one view for a while, every 50 ms, and answers what became seen. */
function watch(
  boxes: readonly LaidOutPage[],
  startMs = 0,
): {
  readonly tracker: SeenTracker;
  readonly stay: (view: ViewBox, forMs: number) => readonly number[];
} {
  const tracker = makeSeenTracker();
  let nowMs = startMs;
  return {
    tracker,
    stay(view, forMs) {
      const seen: number[] = [];
      for (const endMs = nowMs + forMs; nowMs <= endMs; nowMs += 50)
        seen.push(...tracker.observe(boxes, view, nowMs));
      return seen;
    },
  };
}

describe('bands in view', () => {
  it('are those of which the middle is in view', () => {
    const bands = bandsInView(page(1, 0), { top: 0, height: 500 });
    expect(bands).toEqual(Array.from({ length: bandCount / 2 }, (_, band) => band));
    expect(bandsInView(page(1, 0), { top: 1010, height: 500 })).toEqual([]);
  });

  it('are none while the page is not drawn or has no height', () => {
    expect(bandsInView(page(1, 0, 1000, false), { top: 0, height: 900 })).toEqual([]);
    expect(bandsInView(page(2, 0, 0), { top: 0, height: 900 })).toEqual([]);
    expect(bandsInView(page(1, 0), { top: 0, height: 0 })).toEqual([]);
  });
});

describe('seen tracker', () => {
  it('does not take a page for seen of which the foot is below the edge, however long', () => {
    const { stay } = watch([page(1, 0)]);
    expect(stay({ top: 0, height: 500 }, 5000)).toEqual([]);
    expect(stay({ top: 0, height: 930 }, 5000)).toEqual([]);
  });

  it('takes it for seen once the rest was in view too, not necessarily at once', () => {
    const { stay } = watch([page(1, 0)]);
    stay({ top: 0, height: 600 }, 300);
    expect(stay({ top: 400, height: 600 }, 300)).toEqual([1]);
  });

  it('does not take a page for seen of which the head was skipped', () => {
    const { stay, tracker } = watch([page(1, 0)]);
    expect(stay({ top: 200, height: 800 }, 1000)).toEqual([]);
    expect(tracker.unseenFrom(1)).toBe(0);
  });

  it('reports a page once, and only after the moment', () => {
    const { stay } = watch([page(1, 0)]);
    expect(stay({ top: 0, height: 1000 }, 100)).toEqual([]);
    expect(stay({ top: 0, height: 1000 }, 100)).toEqual([1]);
    expect(stay({ top: 0, height: 1000 }, 1000)).toEqual([]);
  });

  it('starts a band over when it left the view', () => {
    const boxes = [page(1, 0), page(2, 1010)];
    const { stay } = watch(boxes);
    for (let turn = 0; turn < 5; turn += 1) {
      expect(stay({ top: 0, height: 1000 }, 100)).toEqual([]);
      expect(stay({ top: 1010, height: 1000 }, 100)).toEqual([]);
    }
    expect(stay({ top: 1010, height: 1000 }, 200)).toEqual([2]);
  });

  it('does not count the time while the window was hidden, nor one late look', () => {
    const tracker = makeSeenTracker();
    const whole = { top: 0, height: 1000 };
    expect(tracker.observe([page(1, 0)], whole, 0)).toEqual([]);
    tracker.pause();
    expect(tracker.observe([page(1, 0)], whole, 9000)).toEqual([]);
    expect(tracker.observe([page(1, 0)], whole, 20_000)).toEqual([]);
    expect(tracker.observe([page(1, 0)], whole, 20_100)).toEqual([1]);
  });

  it('does not add up what was seen of an upright and of a turned page', () => {
    const tracker = makeSeenTracker();
    const look = (rotation: number, view: ViewBox, fromMs: number): readonly number[] =>
      [0, 50, 100, 150, 200].flatMap((ms) =>
        tracker.observe([{ ...page(1, 0), rotation }], view, fromMs + ms),
      );
    expect(look(0, { top: 0, height: 600 }, 0)).toEqual([]);
    expect(look(90, { top: 500, height: 600 }, 1000)).toEqual([]);
    expect(look(90, { top: 0, height: 600 }, 2000)).toEqual([1]);
  });

  it('says where the unseen part begins', () => {
    const { stay, tracker } = watch([page(1, 0)]);
    expect(tracker.unseenFrom(1)).toBe(0);
    stay({ top: 0, height: 500 }, 300);
    expect(tracker.unseenFrom(1)).toBe(0.5);
  });

  it.each([0.4, 1, 2.3, 7.7, 25])(
    'sees every page of a document walked through with PageDown at a zoom of %s views a page',
    (zoom) => {
      const view = 613;
      const height = view * zoom;
      const boxes = [1, 2, 3].map((number) => page(number, (number - 1) * (height + 8), height));
      const end = 3 * height + 16 - view;
      const { stay } = watch(boxes);
      const seen: number[] = [];
      for (let top = 0; top < end + view * scrollShare; top += view * scrollShare)
        seen.push(...stay({ top: Math.max(0, Math.min(top, end)), height: view }, 250));
      expect(seen).toEqual([1, 2, 3]);
    },
  );
});
