import { useCallback, useMemo, useState } from 'react';
import type { InboxRow } from '#renderer/state/store-contracts.ts';

/**
 * Where the person is in the list. Survives rows coming and going, because it remembers the usul and its place; without
 * an usul nobody has moved yet, and the first row stays the active one while the list is still filling.
 */
export interface ListPlace {
  readonly usulId: string | null;
  readonly index: number;
}

/** The active row: `move` goes to a row by its index, clamped to the list; `moved` says whether anybody did. */
export interface ActiveRow {
  readonly index: number;
  readonly moved: boolean;
  readonly move: (index: number) => number;
}

/** Follows the active row of a list, from the usul `startAt` where the person was before, if any. */
export function useActiveRow(queue: readonly InboxRow[], startAt: string | null): ActiveRow {
  const [place, setPlace] = useState<ListPlace>({ usulId: startAt, index: 0 });
  const index = useMemo(() => locatePlace(queue, place), [queue, place]);
  const move = useCallback(
    (wanted: number) => {
      const next = clamp(wanted, queue.length);
      setPlace({ usulId: queue[next]?.id ?? null, index: next });
      return next;
    },
    [queue],
  );
  return { index, moved: place.usulId !== null, move };
}

/** Index of the place in the list as it is now: its usul, or what took the place of an usul that is gone. */
export function locatePlace(queue: readonly { readonly id: string }[], place: ListPlace): number {
  if (place.usulId === null || queue[place.index]?.id === place.usulId) {
    return clamp(place.index, queue.length);
  }
  const found = queue.findIndex((row) => row.id === place.usulId);
  return found === -1 ? clamp(place.index, queue.length) : found;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
