import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ReasonListHandle } from '#renderer/features/workbench/decide/reason-list.tsx';
import { pointOut } from '#renderer/ui/parts/point-out.ts';
import type { ViewerCommands } from '#renderer/viewer/viewer-commands.ts';

/** The places of the decision panel that keys move the focus to. */
export interface PanelPlaces {
  readonly focusReasons: () => void;
  readonly focusNote: () => void;
  readonly focusOutcome: () => void;
  /** Frames the open warnings; the focus stays, so that no Enter answers them by chance. */
  readonly showWarnings: () => void;
  /** Shows the first part that was not seen yet. */
  readonly showUnseen: () => void;
}

/** The elements behind the places, and whether the reasons are open. */
export interface PanelParts {
  readonly places: PanelPlaces;
  readonly reasons: RefObject<ReasonListHandle | null>;
  readonly note: RefObject<HTMLTextAreaElement | null>;
  readonly outcome: RefObject<HTMLFieldSetElement | null>;
  readonly warnings: RefObject<HTMLDivElement | null>;
  readonly reasonsOpen: boolean;
  readonly closeReasons: () => void;
}

/**
 * The panel's places. `reveal` brings the panel on the screen when the document hides it; it must have done so when it
 * returns.
 */
export function usePanelPlaces(
  viewer: RefObject<ViewerCommands | null>,
  reveal: () => void,
): PanelParts {
  const reasons = useRef<ReasonListHandle>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const outcome = useRef<HTMLFieldSetElement>(null);
  const warnings = useRef<HTMLDivElement>(null);
  const [reasonsOpen, setReasonsOpen] = useState(false);
  const closeReasons = useCallback(() => setReasonsOpen(false), []);
  const places = useMemo(
    () => ({
      focusReasons: () => {
        reveal();
        // On screen at once: the next key, however fast, already belongs to the list.
        flushSync(() => setReasonsOpen(true));
        reasons.current?.focus();
      },
      focusNote: () => {
        // There is none where nothing is to be decided, so nothing has to give way to it.
        if (!note.current) return;
        reveal();
        note.current.focus();
      },
      focusOutcome: () => {
        reveal();
        outcome.current?.querySelector('button')?.focus();
        if (outcome.current) pointOut(outcome.current);
      },
      showWarnings: () => {
        reveal();
        if (warnings.current) pointOut(warnings.current);
      },
      showUnseen: () => viewer.current?.showUnseen(),
    }),
    [reveal, viewer],
  );
  return useMemo(
    () => ({ places, reasons, note, outcome, warnings, reasonsOpen, closeReasons }),
    [places, reasonsOpen, closeReasons],
  );
}
