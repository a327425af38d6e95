import type { RememberedView } from '#renderer/viewer/document/viewer-ports.ts';

/** The view as it rests now. */
export interface MeasuredView {
  readonly zoom: RememberedView['zoom'];
  /** Share of the page left of the view. */
  readonly left: number;
  /** Where the view stayed longest on the first page (share of its height); null when nowhere. */
  readonly top: number | null;
  /** Whether the page is wider than the view. */
  readonly beyondWidth: boolean;
}

/**
 * What is remembered for the next document of the kind. The zoom always; the horizontal place once the page is wider
 * than the view; the vertical place only then too, because who reads at full width reads from the top, and a document
 * that opens in its middle has an upper part that does not count as seen yet.
 */
export function nextView(before: RememberedView, now: MeasuredView): RememberedView {
  if (now.beyondWidth) return { zoom: now.zoom, left: now.left, top: now.top ?? before.top };
  // A page that happens to be small says nothing about where the person reads.
  const unchanged = typeof now.zoom === 'number' && closeTo(now.zoom, before.zoom);
  return unchanged ? before : { zoom: now.zoom, left: 0, top: 0 };
}

/** Whether two views differ by less than a person would notice. */
export function sameView(one: RememberedView, other: RememberedView): boolean {
  return (
    closeTo(one.zoom, other.zoom) &&
    Math.abs(one.top - other.top) < 0.01 &&
    Math.abs(one.left - other.left) < 0.01
  );
}

function closeTo(one: RememberedView['zoom'], other: RememberedView['zoom']): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) < 0.01;
}
