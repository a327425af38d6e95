import { focusKindOf } from '#renderer/ui/keys/match-key.ts';

/** What the viewer itself does with keys. */
export interface ViewKeys {
  /** Shift with an arrow: one step to the right (1, or -1 to the left) or down. */
  readonly onArrow: (right: number, down: number) => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What moves by arrows of its own. */
const ownArrows = '[role=separator],hr,[role=slider],[role=grid],[role=toolbar],[role=radiogroup]';

/**
 * Listens ahead of the screen's own keys, for which Shift makes no difference: Shift with an arrow moves the document,
 * not the field. The returned function ends it.
 */
export function listenToViewKeys({ onArrow }: ViewKeys): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const kind = focusKindOf(event.target);
    if (kind === 'text' || kind === 'overlay' || kind === 'modal') return;
    const arrow = event.shiftKey ? arrows[event.key] : undefined;
    if (!arrow || (event.target instanceof Element && event.target.closest(ownArrows))) return;
    event.preventDefault();
    onArrow(...arrow);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}
