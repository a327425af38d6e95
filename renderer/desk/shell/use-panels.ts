import { useCallback, useRef, useState } from 'react';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';

/** What may lie over the screen: the list of keys, or the help beside it. */
export type Panel = 'keys' | 'help';

/** The panel that is shown, and the ways to show and hide it. */
export interface Panels {
  readonly shown: Panel | null;
  readonly show: (panel: Panel) => void;
  readonly toggleHelp: () => void;
  readonly hide: () => void;
}

/** One panel at a time; hiding the last puts the focus back where it was before the first. */
export function usePanels(): Panels {
  const [shown, setShown] = useState<Panel | null>(null);
  const before = useRef<Element | null>(null);
  const returning = useRef<ReturnType<typeof setTimeout> | null>(null);
  const show = useCallback(
    (panel: Panel) => {
      // Shown again before the focus was back: it still goes to the place of the first time, later.
      if (returning.current !== null) clearTimeout(returning.current);
      else if (shown === null) before.current = document.activeElement;
      returning.current = null;
      setShown(panel);
    },
    [shown],
  );
  const hide = useCallback(() => {
    setShown(null);
    // The dialog first gives up its hold on the focus.
    returning.current = setTimeout(() => {
      returning.current = null;
      const element = before.current;
      // An item of a menu is gone by now, and the page itself cannot take the focus.
      const stands = element instanceof HTMLElement && element.isConnected;
      if (stands && element !== document.body) element.focus({ preventScroll: true });
      else focusMain();
    });
  }, []);
  const toggleHelp = useCallback(
    () => (shown === 'help' ? hide() : show('help')),
    [shown, hide, show],
  );
  return { shown, show, toggleHelp, hide };
}
