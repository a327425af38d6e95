import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { pointOut } from '#renderer/ui/parts/point-out.ts';

/** Which field the keys act on, and the way to move between fields. */
export interface FieldFocus {
  /** Name of the active field; null when the usul has none. */
  readonly active: string | null;
  rowRef(field: string): (element: HTMLElement | null) => void;
  /** Makes a field the active one without moving the focus. */
  activate(field: string): void;
  /** Moves the focus to a field. */
  focus(field: string): void;
  /** Moves the focus to a field and makes the eye find it. */
  pointOut(field: string): void;
  /** Moves the focus by that many fields; stays at the ends. */
  move(step: number): void;
  /** Puts the focus into the input of the active field, if it has one. */
  focusInput(): void;
}

/** Keeps track of the active field among `names`; the field `start` gets the focus when the list appears. */
export function useFieldFocus(names: readonly string[], start: string | null): FieldFocus {
  const [chosen, setChosen] = useState(start);
  const rows = useRef(new Map<string, HTMLElement>());
  const active = chosen !== null && names.includes(chosen) ? chosen : (names[0] ?? null);

  const focus = useCallback((field: string) => {
    setChosen(field);
    const row = rows.current.get(field);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, []);
  const started = useRef(false);
  useEffect(() => {
    if (started.current || active === null) return;
    started.current = true;
    focus(active);
  }, [active, focus]);
  const move = useCallback(
    (step: number) => {
      const at = active === null ? 0 : names.indexOf(active);
      const next = names[Math.max(0, Math.min(at + step, names.length - 1))];
      if (next !== undefined) focus(next);
    },
    [names, active, focus],
  );
  return useMemo(
    () => ({
      active,
      rowRef: (field) => (element) => {
        if (element) rows.current.set(field, element);
        else rows.current.delete(field);
      },
      activate: setChosen,
      focus,
      pointOut: (field) => {
        focus(field);
        const row = rows.current.get(field);
        if (row) pointOut(row);
      },
      move,
      focusInput: () => {
        if (active !== null) rows.current.get(active)?.querySelector('input')?.focus();
      },
    }),
    [active, focus, move],
  );
}
