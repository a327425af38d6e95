import type { Box, ViewPoint } from '#renderer/viewer/magnifier/lens-geometry.ts';
import type { ScrollOffset } from '#renderer/viewer/pages/view-place.ts';

/** A place on a page: left, top, right, bottom as shares (0 to 1) of the page as it lies before the person turns it. */
export type PlaceBox = readonly [number, number, number, number];

/** The same place on the page turned clockwise by so many degrees (a multiple of 90, negative to turn back). */
export function turnBox([left, top, right, bottom]: PlaceBox, degrees: number): PlaceBox {
  switch (((degrees % 360) + 360) % 360) {
    case 90:
      return [1 - bottom, left, 1 - top, right];
    case 180:
      return [1 - right, 1 - bottom, 1 - left, 1 - top];
    case 270:
      return [top, 1 - right, bottom, 1 - left];
    default:
      return [left, top, right, bottom];
  }
}

/** The smallest box around all of them; null when there is none. */
export function boundsOf(boxes: readonly PlaceBox[]): PlaceBox | null {
  if (boxes.length === 0) return null;
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}

/** A place (shares of the page as shown) in the pixels in which the page lies. */
export function boxOnPage([left, top, right, bottom]: PlaceBox, page: Box): Box {
  return {
    left: page.left + left * page.width,
    top: page.top + top * page.height,
    width: (right - left) * page.width,
    height: (bottom - top) * page.height,
  };
}

/** A place that keeps so far from the edges of the view is well in view: shares of its height, CSS pixels of its width. */
const margin = { high: 0.08, wide: 32 } as const;

/** Where in the view a place comes to lie that was out of it: what stands above it is read with it. */
const fromTop = 0.3;

/**
 * How far to scroll so that a place is in view; null when it lies well in view already: then nothing moves. `view` is the
 * part of the scrolled content that is seen, `place` lies in the same content.
 */
export function scrollToPlace(place: Box, view: Box): ScrollOffset | null {
  const top = topFor(place, view);
  const left = leftFor(place, view);
  return top === view.top && left === view.left ? null : { top, left };
}

function topFor(place: Box, view: Box): number {
  const free = view.height * margin.high;
  const above = place.top < view.top + free;
  const below = place.top + place.height > view.top + view.height - free;
  if (!above && !below) return view.top;
  const high = place.height > view.height * (1 - fromTop - margin.high);
  return Math.max(0, place.top - (high ? free : view.height * fromTop));
}

function leftFor(place: Box, view: Box): number {
  const start = Math.max(0, place.left - margin.wide);
  const end = place.left + place.width + margin.wide;
  if (end - start > view.width) return start;
  if (place.left < view.left) return start;
  if (place.left + place.width > view.left + view.width) return end - view.width;
  return view.left;
}

/** Smaller than this in either direction (CSS pixels) it was a click, not a drawn place. */
const leastDrawn = 5;

/**
 * The place that was drawn from one point to the other on a page that lies there, turned by so many degrees; held within
 * the page. Null when it is too small to be meant.
 */
export function drawnPlace(
  from: ViewPoint,
  to: ViewPoint,
  page: Box,
  degrees: number,
): PlaceBox | null {
  const shareX = (x: number): number => within((x - page.left) / page.width);
  const shareY = (y: number): number => within((y - page.top) / page.height);
  const box: PlaceBox = [
    shareX(Math.min(from.x, to.x)),
    shareY(Math.min(from.y, to.y)),
    shareX(Math.max(from.x, to.x)),
    shareY(Math.max(from.y, to.y)),
  ];
  const { width, height } = boxOnPage(box, page);
  if (!(width >= leastDrawn && height >= leastDrawn)) return null;
  return turnBox(box, -degrees);
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
