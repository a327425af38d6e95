import { useLayoutEffect, useState, type RefObject } from 'react';

/** The body text at 100 % in pixels. */
const usualText = 14;

/**
 * Width of an element as it would be at the usual text size (pixels): what fits depends on the size of the text as much
 * as on the window. `atFirst` stands until it is measured.
 */
export function useRoom(element: RefObject<HTMLElement | null>, atFirst = 1366): number {
  const [room, setRoom] = useState(atFirst);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const read = (): void => {
      const text = Number.parseFloat(getComputedStyle(current).getPropertyValue('--textBody'));
      setRoom(Math.round((current.clientWidth * usualText) / (text > 0 ? text : usualText)));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
