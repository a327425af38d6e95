import { useEffect, useLayoutEffect, useRef } from 'react';
import { drawnPlace, turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';
import { placeAround } from '#renderer/viewer/overlay/place-marks.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';

/** Told when the person has drawn a place on a page. */
export type PlaceDrawn = (page: number, box: PlaceBox) => void;

/** While `onDrawn` is given, dragging over a page draws a place on it instead of marking text. */
export function useDrawnPlace(view: PdfView | null, onDrawn: PlaceDrawn | null): void {
  const latest = useRef(onDrawn);
  useLayoutEffect(() => {
    latest.current = onDrawn;
  });
  const on = onDrawn !== null;
  useEffect(() => {
    if (!view || !on) return undefined;
    return listenToDrags(view, (page, box) => latest.current?.(page, box));
  }, [view, on]);
}

interface Drag {
  readonly pointerId: number;
  readonly page: number;
  readonly paper: HTMLElement;
  readonly from: { readonly x: number; readonly y: number };
  readonly frame: HTMLElement;
}

// Outside of React: it follows every movement of the pointer. The returned function ends it.
function listenToDrags(view: PdfView, onDrawn: PlaceDrawn): () => void {
  const { container } = view;
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let drag: Drag | null = null;

  const placeOf = ({ from, paper }: Drag, event: PointerEvent): PlaceBox | null => {
    const { left, top, width, height } = paper.getBoundingClientRect();
    const to = { x: event.clientX, y: event.clientY };
    return drawnPlace(from, to, { left, top, width, height }, view.status.now().rotation);
  };
  const end = (): void => {
    drag?.frame.remove();
    drag = null;
  };
  const onDown = (event: PointerEvent): void => {
    end();
    const paper = event.target instanceof Element ? event.target.closest('.page') : null;
    if (event.button !== 0 || !(paper instanceof HTMLElement)) return;
    // Neither marks text nor moves the focus.
    event.preventDefault();
    const frame = document.createElement('div');
    frame.className = 'meja-mark meja-mark-drawn';
    const from = { x: event.clientX, y: event.clientY };
    drag = {
      pointerId: event.pointerId,
      page: Number(paper.dataset['pageNumber']),
      paper,
      from,
      frame,
    };
    container.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== drag?.pointerId) return;
    const place = placeOf(drag, event);
    if (!place) return drag.frame.remove();
    placeAround(drag.frame, turnBox(place, view.status.now().rotation));
    drag.paper.append(drag.frame);
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId !== drag?.pointerId) return;
    const { page } = drag;
    const place = placeOf(drag, event);
    end();
    if (place) onDrawn(page, place);
  };

  container.addEventListener('pointerdown', onDown, options);
  // Text would be marked on the mouse's own event.
  container.addEventListener('mousedown', (event) => event.preventDefault(), options);
  container.addEventListener('pointermove', onMove, options);
  container.addEventListener('pointerup', onUp, options);
  container.addEventListener('pointercancel', end, options);
  container.classList.add('meja-draw');
  return () => {
    stop.abort();
    end();
    container.classList.remove('meja-draw');
  };
}
