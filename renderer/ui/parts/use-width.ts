import { useLayoutEffect, useState, type RefObject } from 'react';

/** Width of an element in CSS pixels; `atFirst` stands until it is measured. */
export function useWidth(element: RefObject<HTMLElement | null>, atFirst: number): number {
  const [width, setWidth] = useState(atFirst);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const read = (): void => setWidth(current.clientWidth);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
