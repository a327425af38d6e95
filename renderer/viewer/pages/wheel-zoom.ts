import type { Zoom } from '#renderer/viewer/pages/zoom.ts';

/** How far a wheel or touchpad turns until the size changes by one step (CSS pixels). */
const turnPerStep = 60;

/** Ctrl and the wheel change the size around the pointer, as everywhere on Windows; the returned function ends it. */
export function zoomByWheel(container: HTMLElement, zoom: Pick<Zoom, 'step'>): () => void {
  let turned = 0;
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    // Not the zoom of the whole window.
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) < turnPerStep) return;
    const box = container.getBoundingClientRect();
    zoom.step(turned < 0 ? 1 : -1, { x: event.clientX - box.left, y: event.clientY - box.top });
    turned = 0;
  };
  container.addEventListener('wheel', onWheel, { passive: false });
  return () => container.removeEventListener('wheel', onWheel);
}
