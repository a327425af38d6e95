import { describe, expect, it } from 'vitest';
import { makeSeenTracker, pagesInView, type PageBox } from '#renderer/viewer/pages/page-seen.ts';

function page(number: number, top: number, height = 1000, drawn = true): PageBox {
  return { page: number, top, height, drawn };
}

describe('pages in view', () => {
  it('counts a page of which half is in view', () => {
    const boxes = [page(1, 0), page(2, 1010)];
    expect(pagesInView(boxes, { top: 500, height: 600 })).toEqual([1]);
    expect(pagesInView(boxes, { top: 501, height: 600 })).toEqual([]);
    expect(pagesInView(boxes, { top: 950, height: 600 })).toEqual([2]);
  });

  it('counts a page that fills the whole view when zoomed in', () => {
    expect(pagesInView([page(1, 0, 5000)], { top: 2000, height: 600 })).toEqual([1]);
  });

  it('does not count a page that is not drawn or has no height', () => {
    expect(pagesInView([page(1, 0, 1000, false), page(2, 0, 0)], { top: 0, height: 900 })).toEqual(
      [],
    );
  });
});

describe('seen tracker', () => {
  it('reports a page once, after it stayed in view', () => {
    const tracker = makeSeenTracker(300);
    expect(tracker.observe([1], 0)).toEqual([]);
    expect(tracker.observe([1], 299)).toEqual([]);
    expect(tracker.observe([1], 300)).toEqual([1]);
    expect(tracker.observe([1], 900)).toEqual([]);
  });

  it('starts over when the page left the view', () => {
    const tracker = makeSeenTracker(300);
    tracker.observe([1], 0);
    tracker.observe([2], 200);
    expect(tracker.observe([1, 2], 400)).toEqual([]);
    expect(tracker.observe([1, 2], 500)).toEqual([2]);
    expect(tracker.observe([1, 2], 700)).toEqual([1]);
  });
});
