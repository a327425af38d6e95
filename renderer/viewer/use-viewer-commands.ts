import { useEffect, useMemo } from 'react';
import { firstUnseenPage } from '#renderer/viewer/document/seen-document.ts';
import { showDocument, showNext } from '#renderer/viewer/panes/shown-panes.ts';
import type { ShownDocuments } from '#renderer/viewer/panes/use-shown-documents.ts';
import { listenToViewKeys } from '#renderer/viewer/view-keys.ts';
import { pageCommands, type ViewerCommands } from '#renderer/viewer/viewer-commands.ts';
import type { DocumentViewerProps } from '#renderer/viewer/viewer-props.ts';

/** The magnifier as the commands reach it. */
export interface MagnifierSwitch {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** The commands for what is on screen. */
export function useViewerCommands(
  { documents, seen, sideBySide, onSideBySide }: DocumentViewerProps,
  { active, attached, setPanes }: ShownDocuments,
  { on: magnifier, set: setMagnifier }: MagnifierSwitch,
): ViewerCommands {
  return useMemo(
    () => ({
      ...pageCommands(attached),
      toggleMagnifier: () => setMagnifier(!magnifier),
      endMagnifier() {
        setMagnifier(false);
        return magnifier;
      },
      nextDocument: () => setPanes((panes) => showNext(panes, documents.length)),
      toggleSideBySide() {
        // One document alone says nothing of how two are to be shown.
        if (documents.length > 1) onSideBySide(!sideBySide);
      },
      showUnseen() {
        const here = firstUnseenPage(seen[documents[active]?.sha256 ?? '']);
        if (here !== null) return attached?.view.showUnseenPart(here);
        const other = documents.findIndex(({ sha256 }) => firstUnseenPage(seen[sha256]) !== null);
        if (other !== -1) setPanes((panes) => showDocument(panes, other));
      },
    }),
    [
      documents,
      seen,
      sideBySide,
      onSideBySide,
      active,
      attached,
      setPanes,
      magnifier,
      setMagnifier,
    ],
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
