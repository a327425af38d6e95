import { useEffect, useRef } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { drawLens } from '#renderer/viewer/magnifier/draw-lens.ts';
import { heldWithin, lensBox, type ViewPoint } from '#renderer/viewer/magnifier/lens-geometry.ts';
import { makeLensTiles } from '#renderer/viewer/magnifier/lens-tile.ts';
import type { PdfView } from '#renderer/viewer/pages/pdf-view.ts';
import { listenToViewKeys } from '#renderer/viewer/view-keys.ts';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    display: 'none',
    // Never in the way of a click.
    pointerEvents: 'none',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground6,
    boxShadow: tokens.shadow16,
  },
});

/** How far one press of Shift with an arrow moves the lens (CSS pixels). */
const keyStep = 32;

interface MagnifierLensProps {
  readonly view: PdfView;
}

/** Enlarges what is under the pointer; Shift with the arrows moves it. */
export function MagnifierLens({ view }: MagnifierLensProps) {
  const styles = useStyles();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return undefined;
    return followPointer(canvas.current, view);
  }, [view]);
  return <canvas ref={canvas} className={styles.root} aria-hidden data-testid="kaca-pembesar" />;
}

// Outside of React: it follows every movement of the pointer. The returned function ends it.
function followPointer(canvas: HTMLCanvasElement, view: PdfView): () => void {
  const { container } = view;
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  let pointer: ViewPoint | null = view.pointer() ?? middleOf(container);
  let frame = 0;
  const tiles = makeLensTiles(draw);

  function draw(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      canvas.style.display = pointer ? 'block' : 'none';
      if (!pointer) return;
      const lens = lensBox(pointer, sizeOf(container));
      const { left, top, width, height } = lens;
      Object.assign(canvas.style, { left: `${left}px`, top: `${top}px` });
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
      drawLens(canvas, view, tiles, { pointer, lens });
    });
  }

  function moveTo(next: ViewPoint | null): void {
    pointer = next;
    draw();
  }

  // At the edge of the view, the page moves instead.
  function moveBy(right: number, down: number): void {
    const from = pointer ?? middleOf(container);
    const wish = { x: from.x + right * keyStep, y: from.y + down * keyStep };
    const held = heldWithin(wish, sizeOf(container));
    view.panBy(wish.x - held.x, wish.y - held.y);
    moveTo(held);
  }

  container.addEventListener('pointermove', () => moveTo(view.pointer()), options);
  container.addEventListener('pointerleave', () => moveTo(null), options);
  container.addEventListener('scroll', draw, options);
  const stopDrawn = view.onDrawn(draw);
  const stopKeys = listenToViewKeys({ onArrow: moveBy });
  container.classList.add('meja-lens');
  draw();
  return () => {
    stop.abort();
    stopDrawn();
    stopKeys();
    tiles.stop();
    cancelAnimationFrame(frame);
    container.classList.remove('meja-lens');
  };
}

function sizeOf(container: HTMLElement) {
  return { width: container.clientWidth, height: container.clientHeight };
}

function middleOf(container: HTMLElement): ViewPoint {
  return { x: container.clientWidth / 2, y: container.clientHeight / 2 };
}
