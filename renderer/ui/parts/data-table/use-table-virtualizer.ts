import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from '@tanstack/react-virtual';
import type { TableItem } from '#renderer/ui/parts/data-table/table-model.ts';
import type { TableSizes } from '#renderer/ui/parts/data-table/use-table-sizes.ts';

/** The virtualiser of a table. */
export type TableVirtualizer = Virtualizer<HTMLTableElement, HTMLTableRowElement>;

/** Lines drawn above and below those in view. */
const overscan = 6;

/** Which lines are drawn: those in view, a few around them, and the active one wherever it is, because it has the focus. */
export function useTableVirtualizer(
  items: readonly TableItem<unknown>[],
  active: number,
  sizes: TableSizes,
  scroll: RefObject<HTMLTableElement | null>,
): TableVirtualizer {
  const rangeExtractor = useCallback(
    (range: Range) => withActive(defaultRangeExtractor(range), active, range.count),
    [active],
  );
  // The same functions as long as they answer the same: another one makes the library measure all lines again.
  const estimateSize = useCallback(
    (index: number) => (items[index]?.kind === 'group' ? sizes.group : sizes.row),
    [items, sizes.group, sizes.row],
  );
  const getItemKey = useCallback((index: number) => items[index]?.id ?? index, [items]);
  // The library keeps its state outside React; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer<HTMLTableElement, HTMLTableRowElement>({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize,
    getItemKey,
    scrollMargin: sizes.head,
    scrollPaddingStart: sizes.head,
    rangeExtractor,
    overscan,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, sizes.row, sizes.group, sizes.head]);
  return virtual;
}

/** Once, on entering the screen: back to the row where the person was. Takes no focus that somebody else has. */
export function useReturnTo(
  index: number,
  virtual: TableVirtualizer,
  scroll: RefObject<HTMLTableElement | null>,
): void {
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current) return;
    returned.current = true;
    virtual.scrollToIndex(index, { align: 'auto' });
    if (document.activeElement === null || document.activeElement === document.body) {
      scroll.current?.focus({ preventScroll: true });
    }
  }, [index, virtual, scroll]);
}

/**
 * Rows come and go above the active one; the person must not lose sight of it, unless he scrolled away himself. When
 * something else is shown, it is shown from its start.
 */
export function useStayInView(
  index: number,
  moved: boolean,
  resetOn: string,
  virtual: TableVirtualizer,
): void {
  const shown = useRef({ index, resetOn });
  useEffect(() => {
    const before = shown.current;
    shown.current = { index, resetOn };
    if (before.resetOn !== resetOn) return virtual.scrollToOffset(0);
    if (before.index === index || !moved) return;
    const { range } = virtual;
    const wasInView =
      range !== null && before.index >= range.startIndex && before.index <= range.endIndex;
    if (wasInView) virtual.scrollToIndex(index, { align: 'auto' });
  }, [index, moved, resetOn, virtual]);
}

/** How many rows fit on the screen. */
export function rowsInView(scroll: HTMLElement | null, sizes: TableSizes): number {
  return Math.max(1, Math.floor(((scroll?.clientHeight ?? 0) - sizes.head) / sizes.row));
}

/** The lines of the range with the active one at its place in the order. */
export function withActive(indexes: number[], active: number, count: number): number[] {
  const [first, last] = [indexes[0], indexes.at(-1)];
  if (first === undefined || last === undefined || active >= count) return indexes;
  if (active < first) return [active, ...indexes];
  return active > last ? [...indexes, active] : indexes;
}
