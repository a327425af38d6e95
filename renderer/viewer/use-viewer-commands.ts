import { useEffect, useMemo } from 'react';
import { firstUnseenPage } from '#renderer/viewer/document/seen-document.ts';
import { showDocument, showNext, toggleSecond } from '#renderer/viewer/panes/shown-panes.ts';
import type { ShownDocuments } from '#renderer/viewer/panes/use-shown-documents.ts';
import { listenToViewKeys } from '#renderer/viewer/view-keys.ts';
import { pageCommands, type ViewerCommands } from '#renderer/viewer/viewer-commands.ts';
import type { DocumentViewerProps } from '#renderer/viewer/viewer-props.ts';

/** The commands for what is on screen. */
export function useViewerCommands(
  { documents, seen }: DocumentViewerProps,
  { active, attached, setPanes }: ShownDocuments,
  toggleMagnifier: () => void,
): ViewerCommands {
  return useMemo(
    () => ({
      ...pageCommands(attached),
      toggleMagnifier,
      nextDocument: () => setPanes((panes) => showNext(panes, documents.length)),
      toggleSideBySide: () => setPanes((panes) => toggleSecond(panes, documents.length)),
      showUnseen() {
        const here = firstUnseenPage(seen[documents[active]?.sha256 ?? '']);
        if (here !== null) return attached?.view.showUnseenPart(here);
        const other = documents.findIndex(({ sha256 }) => firstUnseenPage(seen[sha256]) !== null);
        if (other !== -1) setPanes((panes) => showDocument(panes, other));
      },
    }),
    [documents, seen, active, attached, setPanes, toggleMagnifier],
  );
}

/** How far one press of Shift with an arrow moves the document (CSS pixels). */
const panStep = 60;

/** Shift with the arrows moves the document, unless the magnifier has them. */
export function usePanKeys({ attached }: ShownDocuments, magnifier: boolean): void {
  useEffect(() => {
    if (magnifier || !attached) return undefined;
    const { view } = attached;
    return listenToViewKeys({
      onArrow: (right, down) => view.panBy(right * panStep, down * panStep),
    });
  }, [attached, magnifier]);
}
