import { useCallback, useMemo, useState } from 'react';
import {
  locatePlace,
  rowTowards,
  type TableItem,
  type TablePlace,
} from '#renderer/ui/parts/data-table/table-model.ts';

/** The active row: `move` goes towards an index and answers where it arrived; `moved` says whether anybody did. */
export interface ActiveRow {
  readonly index: number;
  readonly moved: boolean;
  readonly move: (index: number) => number;
}

/**
 * Follows the active row of a table, from the row `startAt` where the person was before, if any. When `resetOn` changes
 * the table shows something else, and the person starts at its first row.
 */
export function useActiveRow(
  items: readonly TableItem<unknown>[],
  startAt: string | null,
  resetOn: string,
): ActiveRow {
  const [place, setPlace] = useState<TablePlace>({ id: startAt, index: 0 });
  const [shown, setShown] = useState(resetOn);
  if (shown !== resetOn) {
    setShown(resetOn);
    setPlace({ id: null, index: 0 });
  }
  const index = useMemo(() => locatePlace(items, place), [items, place]);
  const move = useCallback(
    (wanted: number) => {
      const next = rowTowards(items, index, wanted);
      setPlace({ id: items[next]?.id ?? null, index: next });
      return next;
    },
    [items, index],
  );
  return { index, moved: place.id !== null, move };
}
