import { useCallback, useRef, useState } from 'react';

/** Shows and hides the list of keys; hiding puts the focus back where it was. */
export function useKeyOverlay(): {
  readonly shown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
} {
  const [shown, setShown] = useState(false);
  const before = useRef<Element | null>(null);
  const show = useCallback(() => {
    before.current = document.activeElement;
    setShown(true);
  }, []);
  const hide = useCallback(() => {
    setShown(false);
    const element = before.current;
    // The dialog first gives up its hold on the focus.
    setTimeout(() => element instanceof HTMLElement && element.focus({ preventScroll: true }));
  }, []);
  return { shown, show, hide };
}
