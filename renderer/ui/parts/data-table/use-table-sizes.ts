import { useLayoutEffect, useState, type RefObject } from 'react';

/** What the table measures, because text size and density are CSS lengths; pixels. */
export interface TableSizes {
  readonly head: number;
  readonly row: number;
  readonly group: number;
  /** Width of the table as it would be at the usual text size: decides which columns there is room for. */
  readonly room: number;
}

/** The hidden measures: as high as a row and a heading, as wide as ten letters of the body text. */
export interface Rulers {
  readonly scroll: RefObject<HTMLTableElement | null>;
  readonly head: RefObject<HTMLTableSectionElement | null>;
  readonly row: RefObject<HTMLElement | null>;
  readonly group: RefObject<HTMLElement | null>;
}

/** Width of the ruler at the usual text size in pixels: ten times its 14 px. */
const rulerWidth = 140;

/** Sizes of the table, measured before the first paint and whenever they change. */
export function useTableSizes({ scroll, head, row, group }: Rulers): TableSizes {
  const [sizes, setSizes] = useState<TableSizes>({ head: 30, row: 46, group: 32, room: 1366 });
  useLayoutEffect(() => {
    const read = (): void => {
      const ruler = row.current?.getBoundingClientRect();
      if (!ruler || !scroll.current || ruler.height === 0) return;
      const next: TableSizes = {
        head: Math.round(head.current?.getBoundingClientRect().height ?? 0),
        row: Math.round(ruler.height),
        group: Math.round(group.current?.getBoundingClientRect().height ?? ruler.height),
        room: Math.round((scroll.current.clientWidth * rulerWidth) / ruler.width),
      };
      setSizes((before) => (same(before, next) ? before : next));
    };
    read();
    const observer = new ResizeObserver(read);
    for (const { current } of [scroll, head, row, group]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, [scroll, head, row, group]);
  return sizes;
}

function same(one: TableSizes, other: TableSizes): boolean {
  return (
    one.head === other.head &&
    one.row === other.row &&
    one.group === other.group &&
    one.room === other.room
  );
}
