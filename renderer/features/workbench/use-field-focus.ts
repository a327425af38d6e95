import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { pointOut } from '#renderer/ui/parts/point-out.ts';

/** Which field the keys act on, and the way to move between fields. */
export interface FieldFocus {
  /** Name of the active field; null when the usul has none. */
  readonly active: string | null;
  readonly rowRef: (field: string) => (element: HTMLElement | null) => void;
  /** The element that stands for whatever field is active while the rows are hidden. */
  readonly standInRef: (element: HTMLElement | null) => void;
  /** Makes a field the active one without moving the focus. */
  activate(field: string): void;
  /** Moves the focus to a field. */
  focus(field: string): void;
  /** Moves the focus to a field and makes the eye find it. */
  pointOut(field: string): void;
  /** Moves the focus by that many fields; stays at the ends. */
  move(step: number): void;
  /** Moves the focus to the next (1) or previous (-1) field, round from one end to the other. */
  turn(step: 1 | -1): void;
  /** Whether the focus is at the active field or on one of its buttons, not in its input. */
  holdsFocus(): boolean;
  /** Puts the focus into the input of the active field, if it has one. */
  focusInput(): void;
}

/** Keeps track of the active field among `names`; the field `start` gets the focus when the list appears. */
export function useFieldFocus(names: readonly string[], start: string | null): FieldFocus {
  const [chosen, setChosen] = useState(start);
  const elements = useElements();
  const active = chosen !== null && names.includes(chosen) ? chosen : (names[0] ?? null);

  const focus = useCallback(
    (field: string) => {
      // On screen at once: a stand-in must show the field before it gets the focus.
      if (field !== active) flushSync(() => setChosen(field));
      const element = elements.of(field);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'nearest' });
    },
    [active, elements],
  );
  const started = useRef(false);
  useEffect(() => {
    if (started.current || active === null) return;
    started.current = true;
    focus(active);
  }, [active, focus]);
  const focusAt = useCallback(
    (place: (at: number) => number) => {
      const next = names[place(active === null ? 0 : names.indexOf(active))];
      if (next !== undefined) focus(next);
    },
    [names, active, focus],
  );
  const count = names.length;
  return useMemo(
    () => ({
      active,
      rowRef: elements.rowRef,
      standInRef: elements.standInRef,
      activate: setChosen,
      focus,
      pointOut: (field) => {
        focus(field);
        const element = elements.of(field);
        if (element) pointOut(element);
      },
      move: (step) => focusAt((at) => Math.max(0, Math.min(at + step, count - 1))),
      turn: (step) => focusAt((at) => (at + step + count) % count),
      holdsFocus: () => active !== null && isAt(elements.of(active)),
      focusInput: () => {
        // What is typed into, not the radio buttons of a deletion's reason before it.
        const typed = 'input:not([type=radio])';
        if (active !== null) elements.of(active)?.querySelector<HTMLElement>(typed)?.focus();
      },
    }),
    [active, elements, focus, focusAt, count],
  );
}

function isAt(field: HTMLElement | undefined): boolean {
  const { activeElement } = document;
  return !(activeElement instanceof HTMLInputElement) && field?.contains(activeElement) === true;
}

interface FieldElements {
  readonly rowRef: (field: string) => (element: HTMLElement | null) => void;
  readonly standInRef: (element: HTMLElement | null) => void;
  /** The row of a field, or the stand-in while rows are hidden. */
  of(field: string): HTMLElement | undefined;
}

function useElements(): FieldElements {
  const rows = useRef(new Map<string, HTMLElement>());
  const standIn = useRef<HTMLElement>(null);
  return useMemo(
    () => ({
      rowRef: (field) => (element) => {
        if (element) rows.current.set(field, element);
        else rows.current.delete(field);
      },
      standInRef: (element) => {
        standIn.current = element;
      },
      of: (field) => standIn.current ?? rows.current.get(field),
    }),
    [],
  );
}
