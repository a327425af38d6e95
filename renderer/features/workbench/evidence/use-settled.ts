import { useEffect, useState } from 'react';

/**
 * A value that does not change while a pointer button is down. What it shows takes room: were it to move at the press, the
 * button under the pointer would be another one when it is released.
 */
export function useSettled<Value>(value: Value): Value {
  const [pressed, setPressed] = useState(false);
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    const release = (): void => {
      // The click comes after the release, and is still meant for what was there.
      setTimeout(() => setPressed(false), 0);
    };
    window.addEventListener('pointerdown', () => setPressed(true), options);
    window.addEventListener('pointerup', release, options);
    window.addEventListener('pointercancel', release, options);
    // The window's own: what only loses the focus loses it within the press.
    window.addEventListener('blur', release, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  if (!pressed && settled !== value) setSettled(value);
  return pressed ? settled : value;
}
