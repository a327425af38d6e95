import { useLayoutEffect, useState, type RefObject } from 'react';

/** The body text at 100 % in pixels. */
const usualText = 14;

interface WidthMeasure {
  /** Stands until the element is measured. */
  readonly atFirst: number;
  /** As it would be at the usual text size: what fits depends on the size of the text as much as on the window. */
  readonly atUsualText?: boolean;
  /** Nothing in the first picture depends on it: it is measured afterwards, so that nobody waits for it. */
  readonly afterFirstPaint?: boolean;
}

/** Width of an element in CSS pixels, measured before the first paint and whenever it changes. */
export function useWidth(
  element: RefObject<HTMLElement | null>,
  { atFirst, atUsualText = false, afterFirstPaint = false }: WidthMeasure,
): number {
  const [width, setWidth] = useState(atFirst);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const read = (): void => setWidth(atUsualText ? usualWidthOf(current) : current.clientWidth);
    if (!afterFirstPaint) read();
    // It tells of the first size, too.
    const observer = new ResizeObserver(read);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, atUsualText, afterFirstPaint]);
  return width;
}

function usualWidthOf(element: HTMLElement): number {
  const text = Number.parseFloat(getComputedStyle(element).getPropertyValue('--textBody'));
  return Math.round((element.clientWidth * usualText) / (text > 0 ? text : usualText));
}
