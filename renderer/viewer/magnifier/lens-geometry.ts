/** A rectangle; which coordinates, says whoever uses it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point of the view, in CSS pixels from its upper left corner. */
export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

/** Size of the lens in CSS pixels. */
export const lensSize = { width: 280, height: 180 } as const;

/** How much larger than the page on screen. */
export const magnification = 2.5;

/** Where the lens lies in a view of this size: around the pointer, but never partly outside. */
export function lensBox(
  { x, y }: ViewPoint,
  view: { readonly width: number; readonly height: number },
): Box {
  const width = Math.min(lensSize.width, view.width);
  const height = Math.min(lensSize.height, view.height);
  return {
    left: within(x - width / 2, view.width - width),
    top: within(y - height / 2, view.height - height),
    width,
    height,
  };
}

/**
 * The part of the view that a lens shows. What is under the pointer stays under the pointer, also where the lens had to
 * keep away from it.
 */
export function lensSource({ x, y }: ViewPoint, lens: Box): Box {
  return {
    left: x + (lens.left - x) / magnification,
    top: y + (lens.top - y) / magnification,
    width: lens.width / magnification,
    height: lens.height / magnification,
  };
}

/** A box of the view as the lens shows it: in CSS pixels of the lens. */
export function throughLens(box: Box, source: Box): Box {
  return {
    left: (box.left - source.left) * magnification,
    top: (box.top - source.top) * magnification,
    width: box.width * magnification,
    height: box.height * magnification,
  };
}

/** What of a source lies on a page, grown by `margin` of its size on every side; null when nothing. */
export function partOfPage(source: Box, page: Box, margin = 0): Box | null {
  const [growX, growY] = [source.width * margin, source.height * margin];
  const left = Math.max(page.left, source.left - growX);
  const top = Math.max(page.top, source.top - growY);
  const right = Math.min(page.left + page.width, source.left + source.width + growX);
  const bottom = Math.min(page.top + page.height, source.top + source.height + growY);
  if (right <= left || bottom <= top) return null;
  return { left, top, width: right - left, height: bottom - top };
}

/** Whether the inner box lies within the outer one, up to a rounding of half a pixel. */
export function encloses(outer: Box, inner: Box): boolean {
  const slack = 0.5;
  return (
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.left + inner.width <= outer.left + outer.width + slack &&
    inner.top + inner.height <= outer.top + outer.height + slack
  );
}

/** The same box seen from another origin. */
export function movedBy(box: Box, right: number, down: number): Box {
  return { ...box, left: box.left + right, top: box.top + down };
}

/** A point held within a view of this size. */
export function heldWithin(
  { x, y }: ViewPoint,
  view: { readonly width: number; readonly height: number },
): ViewPoint {
  return { x: within(x, view.width), y: within(y, view.height) };
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
