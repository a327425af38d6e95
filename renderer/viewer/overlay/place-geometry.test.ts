import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  boxOnPage,
  drawnPlace,
  scrollToPlace,
  turnBox,
  type PlaceBox,
} from '#renderer/viewer/overlay/place-geometry.ts';

/** Near the upper left corner: twice as wide as high. */
const place: PlaceBox = [0.1, 0.05, 0.3, 0.15];

function rounded(box: PlaceBox | null): readonly number[] | null {
  return box && box.map((share) => Math.round(share * 1000) / 1000);
}

describe('a place on a turned page', () => {
  it.each([
    [0, [0.1, 0.05, 0.3, 0.15]],
    // The upper left corner comes to the upper right, the lower right, the lower left.
    [90, [0.85, 0.1, 0.95, 0.3]],
    [180, [0.7, 0.85, 0.9, 0.95]],
    [270, [0.05, 0.7, 0.15, 0.9]],
  ])('at %i degrees', (degrees, expected) => {
    expect(rounded(turnBox(place, degrees))).toEqual(expected);
  });

  it.each([0, 90, 180, 270])('turned by %i degrees and back lies where it lay', (degrees) => {
    expect(rounded(turnBox(turnBox(place, degrees), -degrees))).toEqual(rounded(place));
  });

  it('turned twice by a quarter is turned by a half', () => {
    expect(rounded(turnBox(turnBox(place, 90), 90))).toEqual(rounded(turnBox(place, 180)));
  });

  it('of several lines reaches around all of them', () => {
    expect(boundsOf([place, [0.05, 0.16, 0.2, 0.2]])).toEqual([0.05, 0.05, 0.3, 0.2]);
    expect(boundsOf([])).toBeNull();
  });
});

const page = { left: 20, top: 1000, width: 600, height: 800 };

describe('scrolling to a place', () => {
  const view = { left: 0, top: 0, width: 640, height: 500 };

  it('moves nothing when it is well in view', () => {
    const box = boxOnPage(place, page);
    expect(scrollToPlace(box, { ...view, top: 900 })).toBeNull();
  });

  it('brings it into the upper part of the view, with what stands above it', () => {
    const box = boxOnPage(place, page);
    expect(scrollToPlace(box, view)).toEqual({ top: box.top - 150, left: 0 });
  });

  it('moves it away from the edge of the view', () => {
    const box = boxOnPage(place, page);
    const atEdge = { ...view, top: box.top - 3 };
    expect(scrollToPlace(box, atEdge)?.top).toBeLessThan(atEdge.top);
  });

  it('scrolls across too on a page that is wider than the view', () => {
    const wide = { left: 0, top: 0, width: 2000, height: 2600 };
    const box = boxOnPage([0.7, 0.05, 0.9, 0.07], wide);
    const { left } = scrollToPlace(box, view)!;
    expect(left).toBeLessThan(box.left);
    expect(left + view.width).toBeGreaterThan(box.left + box.width);
  });

  it('begins with the head of a place that is wider than the view', () => {
    const wide = { left: 0, top: 0, width: 4000, height: 5200 };
    const box = boxOnPage([0.2, 0.05, 0.6, 0.07], wide);
    expect(scrollToPlace(box, view)?.left).toBe(box.left - 32);
  });

  it('never asks for a place above or left of everything', () => {
    const corner = { left: 2, top: 4, width: 50, height: 10 };
    expect(scrollToPlace(corner, { ...view, left: 90, top: 90 })).toEqual({ top: 0, left: 0 });
  });
});

describe('drawing a place', () => {
  it.each([0, 90, 180, 270])('on a page turned by %i degrees means what is drawn', (degrees) => {
    const drawn = boxOnPage(turnBox(place, degrees), page);
    const one = { x: drawn.left, y: drawn.top };
    const other = { x: drawn.left + drawn.width, y: drawn.top + drawn.height };
    expect(rounded(drawnPlace(one, other, page, degrees))).toEqual(rounded(place));
    // From whichever corner.
    expect(rounded(drawnPlace(other, one, page, degrees))).toEqual(rounded(place));
  });

  it('ends at the edge of the page', () => {
    const beyond = { x: page.left + page.width + 80, y: page.top + page.height + 80 };
    const from = { x: page.left + 300, y: page.top + 400 };
    expect(drawnPlace(from, beyond, page, 0)).toEqual([0.5, 0.5, 1, 1]);
  });

  it('is not a click', () => {
    const point = { x: page.left + 10, y: page.top + 10 };
    expect(drawnPlace(point, { x: point.x + 200, y: point.y + 2 }, page, 0)).toBeNull();
  });
});
