import { useEffect, useRef } from 'react';
import type { ViewStatus } from '#renderer/viewer/pages/view-status.ts';
import type { DocumentViewerProps } from '#renderer/viewer/viewer-props.ts';

/** How long a page must stay in view until it is told (milliseconds): pages that are passed are not. */
const restMs = 400;

/** Tells on which page of which document the person rests; not the place where the viewer itself began. */
export function useReportedPlace(
  { documents, reports }: DocumentViewerProps,
  active: number,
  status: ViewStatus | null,
): void {
  const sha256 = documents[active]?.sha256;
  const page = status?.scale == null ? null : status.page;
  const told = useRef<string | null>(null);
  const latest = useRef(reports);
  useEffect(() => {
    latest.current = reports;
  });
  useEffect(() => {
    if (sha256 === undefined || page === null) return undefined;
    const place = `${sha256} ${page}`;
    const timer = setTimeout(() => {
      if (told.current !== null && told.current !== place) latest.current.onPlace(sha256, page);
      told.current = place;
    }, restMs);
    return () => clearTimeout(timer);
  }, [sha256, page]);
}
