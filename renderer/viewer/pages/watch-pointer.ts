/** Where the pointer is over an element. */
export interface PointerWatch {
  /** CSS pixels from the element's upper left corner; null when the pointer is elsewhere. */
  readonly now: () => { readonly x: number; readonly y: number } | null;
  stop(): void;
}

/** Follows the pointer, so that a key can do something where it is. */
export function watchPointer(element: HTMLElement): PointerWatch {
  let at: { readonly clientX: number; readonly clientY: number } | null = null;
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true, capture: true };
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    at = { clientX, clientY };
  };
  const onLeave = (event: PointerEvent): void => {
    if (event.target === element) at = null;
  };
  element.addEventListener('pointermove', onMove, options);
  element.addEventListener('pointerleave', onLeave, options);
  return {
    now() {
      if (!at) return null;
      const box = element.getBoundingClientRect();
      return { x: at.clientX - box.left, y: at.clientY - box.top };
    },
    stop: () => stop.abort(),
  };
}
