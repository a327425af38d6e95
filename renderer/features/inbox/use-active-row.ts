import { useCallback, useMemo, useState } from 'react';
import type { InboxRow } from '#renderer/state/store-contracts.ts';

/** Where the person is in the list; survives rows coming and going, because it remembers the usul and its place. */
interface Place {
  readonly usulId: string | null;
  readonly index: number;
}

/** The active row: `move` goes to a row by its index, clamped to the list. */
export function useActiveRow(
  queue: readonly InboxRow[],
  startAt: string | null,
): { readonly index: number; readonly move: (index: number) => number } {
  const [place, setPlace] = useState<Place>({ usulId: startAt, index: 0 });
  const index = useMemo(() => locate(queue, place), [queue, place]);
  const move = useCallback(
    (wanted: number) => {
      const next = clamp(wanted, queue.length);
      setPlace({ usulId: queue[next]?.id ?? null, index: next });
      return next;
    },
    [queue],
  );
  return { index, move };
}

function locate(queue: readonly InboxRow[], place: Place): number {
  if (queue[place.index]?.id === place.usulId) return place.index;
  const found = queue.findIndex((row) => row.id === place.usulId);
  return found === -1 ? clamp(place.index, queue.length) : found;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
