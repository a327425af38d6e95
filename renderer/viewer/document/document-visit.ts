import { makeSeenTracker, type SeenTracker } from '#renderer/viewer/pages/page-seen.ts';
import type { ViewPlace } from '#renderer/viewer/pages/view-place.ts';

/**
 * What is kept of a document while the person works on one usul, also when another document takes its place on screen:
 * which parts were seen, and where the person was. Written by the view of the document.
 */
export interface DocumentVisit {
  readonly tracker: SeenTracker;
  /** Where to begin when the document is shown (again); null: as its kind was looked at last. */
  place: ViewPlace | null;
}

/** A document that was not looked at yet in this sitting, beginning at a place if one is given. */
export function makeDocumentVisit(place: ViewPlace | null): DocumentVisit {
  return { tracker: makeSeenTracker(), place };
}
