import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';

/** How the workbench is looked at; it stays from one usul to the next. */
export interface CaseViews {
  readonly queueOpen: boolean;
  readonly focusMode: boolean;
  readonly thumbnails: boolean;
  readonly sideBySide: boolean;
  /** Whether the document takes the whole workbench. */
  readonly full: boolean;
  /** Whether the recognised text of the page in view is shown. */
  readonly text: boolean;
  readonly toggleQueue: () => void;
  readonly toggleFocusMode: () => void;
  readonly setThumbnails: (shown: boolean) => void;
  readonly setSideBySide: (on: boolean) => void;
  readonly toggleFull: () => void;
  readonly setFull: (on: boolean) => void;
  readonly setText: (shown: boolean) => void;
}

/** What the person switched on or off last time, and that again; the full document and the text only for this sitting. */
export function useCaseViews(ports: WorkbenchPorts): CaseViews {
  const { preferences } = ports.desk;
  const queueOpen = useStore(preferences, (store) => store.preferences.queueOpen);
  const focusMode = useStore(preferences, (store) => store.preferences.focusMode);
  const thumbnails = useStore(preferences, (store) => store.preferences.thumbnailsShown);
  const sideBySide = useStore(preferences, (store) => store.preferences.sideBySide);
  const [full, keepFull] = useState(false);
  const [text, setText] = useState(false);
  const setFull = useCallback(
    (on: boolean) => {
      keepFull(on);
      // Once it has ended, how to end it is no news.
      ports.announce(on ? workbenchText.fullDocumentOn : '');
    },
    [ports],
  );
  return useMemo(
    () => ({
      queueOpen,
      focusMode,
      thumbnails,
      sideBySide,
      full,
      text,
      toggleQueue: () => preferences.getState().change({ queueOpen: !queueOpen }),
      toggleFocusMode: () => {
        preferences.getState().change({ focusMode: !focusMode });
        ports.announce(focusMode ? workbenchText.focusModeEnded : workbenchText.focusModeOn);
      },
      setThumbnails: (shown) => preferences.getState().change({ thumbnailsShown: shown }),
      setSideBySide: (on) => preferences.getState().change({ sideBySide: on }),
      toggleFull: () => setFull(!full),
      setFull,
      setText,
    }),
    [queueOpen, focusMode, thumbnails, sideBySide, full, text, preferences, ports, setFull],
  );
}
