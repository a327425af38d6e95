import { useCallback, useMemo, useState } from 'react';
import { makeDocumentVisit, type DocumentVisit } from '#renderer/viewer/document/document-visit.ts';
import {
  activeDocument,
  onePane,
  withPanes,
  type ShownPanes,
} from '#renderer/viewer/panes/shown-panes.ts';
import { useReportedPlace } from '#renderer/viewer/panes/use-reported-place.ts';
import { useViewStatus, type ViewStatus } from '#renderer/viewer/pages/view-status.ts';
import type { AttachedView } from '#renderer/viewer/viewer-commands.ts';
import type { DocumentViewerProps } from '#renderer/viewer/viewer-props.ts';

/** Which documents are on screen, and the one that the toolbar and the keys reach. */
export interface ShownDocuments {
  readonly panes: ShownPanes;
  readonly setPanes: (change: (before: ShownPanes) => ShownPanes) => void;
  /** The document (by its place among the usul's) that the toolbar and the keys reach. */
  readonly active: number;
  /** Its view; null while it is not open. */
  readonly attached: AttachedView | null;
  readonly status: ViewStatus | null;
  readonly visitOf: (document: number) => DocumentVisit;
  readonly attach: (document: number, view: AttachedView | null) => void;
}

/** Begins where the person left the usul, else at its first document. */
export function useShownDocuments(props: DocumentViewerProps): ShownDocuments {
  const [start] = useState(() => startOf(props));
  const [panes, setPanes] = usePanes(props, start.document);
  const [views, setViews] = useState<ReadonlyMap<number, AttachedView>>(new Map());
  const [visits] = useState(() => new Map([[start.document, start.visit]]));
  const attach = useCallback((document: number, view: AttachedView | null) => {
    setViews((before) => {
      const after = new Map(before);
      if (view) after.set(document, view);
      else after.delete(document);
      return after;
    });
  }, []);
  const visitOf = useCallback(
    (document: number) => {
      const visit = visits.get(document) ?? makeDocumentVisit(null);
      visits.set(document, visit);
      return visit;
    },
    [visits],
  );
  const active = activeDocument(panes);
  const attached = views.get(active) ?? null;
  const status = useViewStatus(attached?.view ?? null);
  useReportedPlace(props, active, status);
  return { panes, setPanes, active, attached, status, visitOf, attach };
}

// How many panes there are is the person's wish, kept beyond the usul; which documents they show is of this usul.
function usePanes(
  { sideBySide, documents: { length: count } }: DocumentViewerProps,
  start: number,
): readonly [ShownPanes, ShownDocuments['setPanes']] {
  const [kept, keep] = useState(() => onePane(start));
  const panes = useMemo(() => withPanes(kept, sideBySide, count), [kept, sideBySide, count]);
  const setPanes = useCallback(
    (change: (before: ShownPanes) => ShownPanes) =>
      keep((before) => change(withPanes(before, sideBySide, count))),
    [sideBySide, count],
  );
  return [panes, setPanes];
}

function startOf({ documents, startAt, memory }: DocumentViewerProps): {
  readonly document: number;
  readonly visit: DocumentVisit;
} {
  const found = documents.findIndex(({ sha256 }) => sha256 === startAt?.sha256);
  const left = memory.viewOf(documents[found]?.kind ?? '')?.left ?? 0;
  if (!startAt || found === -1) return { document: 0, visit: makeDocumentVisit(null) };
  return { document: found, visit: makeDocumentVisit({ page: startAt.page, top: 0, left }) };
}
