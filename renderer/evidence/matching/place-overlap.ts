import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';

/** Whether two lists of boxes of one page mean the same place: some box covers half of some other. */
export function samePlace(one: readonly PageBox[], other: readonly PageBox[]): boolean {
  return one.some((box) => other.some((against) => covers(box, against)));
}

/** Whether the boxes share at least half of the smaller one. */
export function covers(one: PageBox, other: PageBox): boolean {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  if (width <= 0 || height <= 0) return false;
  const smaller = Math.min(areaOf(one), areaOf(other));
  return smaller > 0 && (width * height) / smaller >= 0.5;
}

function areaOf([left, top, right, bottom]: PageBox): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
