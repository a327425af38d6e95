import { useEffect } from 'react';
import { makeIdleClock } from '#renderer/app/lock/idle-clock.ts';

/** Signs of life; captured, because a view may keep an event to itself. */
const signs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** How often the clock is looked at (milliseconds). */
const lookMs = 5000;

/** Locks when nobody has touched the application for so many minutes, also when the PC slept meanwhile. */
export function useIdleLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    const allowedMs = minutes * 60_000;
    const clock = makeIdleClock(Date.now());
    const look = (): boolean => {
      const away = clock.isAway(Date.now(), allowedMs);
      if (away) lock();
      return away;
    };
    // Looked at first, and swallowed: the key that wakes a PC after hours must neither open the desk nor judge a field.
    const onSign = (event: Event): void => {
      if (!look()) return clock.touch(Date.now());
      event.stopImmediatePropagation();
      if (event.type !== 'wheel') event.preventDefault();
    };
    const timer = setInterval(look, lookMs);
    for (const sign of signs) {
      document.addEventListener(sign, onSign, { capture: true, passive: sign === 'wheel' });
    }
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) document.removeEventListener(sign, onSign, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes, lock]);
}
