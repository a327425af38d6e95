/** A plane map: x' = a·x + c·y + e, y' = b·x + d·y + f (the order in which PDF and canvas write it). */
export type Affine = readonly [number, number, number, number, number, number];

/** The map that changes nothing. */
export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** Where a point comes to lie. */
export function mapPoint(map: Affine, x: number, y: number): readonly [number, number] {
  return [map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5]];
}

/** Left, top, right, bottom of a mapped rectangle. */
export function mapBox(
  map: Affine,
  box: readonly [number, number, number, number],
): [number, number, number, number] {
  const [left, top, right, bottom] = box;
  const corners = [
    mapPoint(map, left, top),
    mapPoint(map, right, top),
    mapPoint(map, left, bottom),
    mapPoint(map, right, bottom),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The map back; null when the plane is squeezed flat. */
export function invert(map: Affine): Affine | null {
  const [a, b, c, d, e, f] = map;
  const area = a * d - b * c;
  if (!Number.isFinite(area) || Math.abs(area) < 1e-12) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
