import { useCallback, useEffect, useMemo, useRef } from 'react';
import { firstUnseenPage } from '#renderer/viewer/document/seen-document.ts';
import { showDocument, showNext } from '#renderer/viewer/panes/shown-panes.ts';
import type { ShownDocuments } from '#renderer/viewer/panes/use-shown-documents.ts';
import { listenToViewKeys } from '#renderer/viewer/view-keys.ts';
import type { PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import {
  pageCommands,
  type AttachedView,
  type ViewerCommands,
} from '#renderer/viewer/viewer-commands.ts';
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
  const askFor = useWantedPlace(documents[active]?.sha256, attached);
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
      showPlace(sha256, page, boxes) {
        const at = documents.findIndex((document) => document.sha256 === sha256);
        if (at === -1) return;
        askFor({ sha256, page, boxes });
        setPanes((panes) => showDocument(panes, at));
      },
      shownDocument: () => (attached && documents[active]?.sha256) ?? null,
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
      askFor,
    ],
  );
}

interface WantedPlace {
  readonly sha256: string;
  readonly page: number;
  readonly boxes: readonly PlaceBox[];
}

/** Shows a place in the active document now, or in another one as soon as it is the active one and open. */
function useWantedPlace(
  sha256: string | undefined,
  attached: AttachedView | null,
): (place: WantedPlace) => void {
  const waiting = useRef<WantedPlace | null>(null);
  const shown = useRef({ sha256, attached });
  useEffect(() => {
    shown.current = { sha256, attached };
    const wanted = waiting.current;
    if (!wanted || !attached) return;
    // Whatever the person turned to meanwhile, it is not scrolled away under them.
    waiting.current = null;
    if (wanted.sha256 === sha256) attached.view.showPlace(wanted.page, wanted.boxes);
  }, [sha256, attached]);
  return useCallback((place) => {
    const now = shown.current;
    waiting.current = place.sha256 === now.sha256 && now.attached ? null : place;
    if (waiting.current === null) now.attached?.view.showPlace(place.page, place.boxes);
  }, []);
}

/** How far one press of Shift with an arrow moves the document (CSS pixels). */
const panStep = 60;

/** Shift with the arrows moves the document, unless the magnifier or the surrounding screen has them. */
export function usePanKeys({ attached }: ShownDocuments, taken: boolean): void {
  useEffect(() => {
    if (taken || !attached) return undefined;
    const { view } = attached;
    return listenToViewKeys({
      onArrow: (right, down) => view.panBy(right * panStep, down * panStep),
    });
  }, [attached, taken]);
}
