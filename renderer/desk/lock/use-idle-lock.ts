import { useEffect } from 'react';
import { makeIdleClock } from '#renderer/desk/lock/idle-clock.ts';
import { shareSigns } from '#renderer/desk/lock/shared-signs.ts';

/** Signs of life; captured at the window, before any view or key handler. */
const signs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** What the same press still brings along; each could reach a button on its own. */
const afterSigns = ['pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'keyup'] as const;

/** How often the clock is looked at (milliseconds). */
const lookMs = 5000;

/** Locks when nobody has touched the application for so many minutes, also when the PC slept meanwhile. */
export function useIdleLock(minutes: number, accountId: string, lock: () => Promise<void>): void {
  useEffect(() => {
    const allowedMs = minutes * 60_000;
    const clock = makeIdleClock(Date.now());
    let locking = false;
    // Locking hides the account's desk in every window: somebody who works in another one is not away.
    const others = shareSigns(accountId, () => clock.touch(Date.now()));
    // Locking takes a moment: everything typed is put on the disk first. The desk is dead from the first look on.
    const look = (): boolean => {
      if (locking || !clock.isAway(Date.now(), allowedMs)) return locking;
      locking = true;
      void lock().finally(() => {
        locking = false;
      });
      return true;
    };
    // Looked at first, and swallowed: the key that wakes a PC after hours must neither open the desk nor judge a field.
    const onSign = (event: Event): void => {
      if (look()) return swallow(event);
      clock.touch(Date.now());
      others.tell(Date.now());
    };
    const onAfterSign = (event: Event): void => {
      if (locking) swallow(event);
    };
    const timer = setInterval(look, lookMs);
    for (const sign of signs) {
      window.addEventListener(sign, onSign, { capture: true, passive: sign === 'wheel' });
    }
    for (const sign of afterSigns) window.addEventListener(sign, onAfterSign, { capture: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      others.close();
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
      for (const sign of afterSigns) {
        window.removeEventListener(sign, onAfterSign, { capture: true });
      }
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes, accountId, lock]);
}

function swallow(event: Event): void {
  event.stopImmediatePropagation();
  if (event.type !== 'wheel') event.preventDefault();
}
