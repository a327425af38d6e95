import type { ReactNode } from 'react';

/** One line of a table: a row that can be chosen, or the heading of the rows below it. */
export type TableItem<Row> =
  | { readonly kind: 'row'; readonly id: string; readonly row: Row }
  | { readonly kind: 'group'; readonly id: string; readonly heading: ReactNode };

/** How a row stands. */
export interface RowState {
  /** The row where the person is: only its buttons are stops of the Tab key. */
  readonly active: boolean;
  /** Whether it shows its detail. */
  readonly open: boolean;
}

/** One column; `track` is its width as a track of a CSS grid. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly track: string;
  /** What the row shows here. */
  readonly cell: (row: Row, state: RowState) => ReactNode;
}

/**
 * Where the person is in a table. Survives rows coming and going, because it remembers the row and its place; without a
 * row nobody has moved yet, and the first row stays the active one while the table is still filling.
 */
export interface TablePlace {
  readonly id: string | null;
  readonly index: number;
}

/** The lines of a table without groups. */
export function plainItems<Row extends { readonly id: string }>(
  rows: readonly Row[],
): readonly TableItem<Row>[] {
  return rows.map((row) => ({ kind: 'row', id: row.id, row }));
}

/**
 * The lines of a table with a heading before every run of rows with the same key. `heading` gets the rows of the run;
 * `prefix` keeps the ids of headings apart from those of rows.
 */
export function groupItems<Row>(
  rows: readonly Row[],
  group: {
    readonly idOf: (row: Row) => string;
    readonly keyOf: (row: Row) => string;
    readonly heading: (rows: readonly Row[]) => ReactNode;
  },
): readonly TableItem<Row>[] {
  const items: TableItem<Row>[] = [];
  let at = 0;
  while (at < rows.length) {
    const key = group.keyOf(rows[at]!);
    let end = at + 1;
    while (end < rows.length && group.keyOf(rows[end]!) === key) end += 1;
    const run = rows.slice(at, end);
    items.push({ kind: 'group', id: `group-${at}-${key}`, heading: group.heading(run) });
    for (const row of run) items.push({ kind: 'row', id: group.idOf(row), row });
    at = end;
  }
  return items;
}

/** Index of the place in the table as it is now: its row, or what took the place of a row that is gone. */
export function locatePlace(items: readonly TableItem<unknown>[], place: TablePlace): number {
  if (place.id === null || items[place.index]?.id === place.id) {
    return nearestRow(items, place.index, 1);
  }
  const found = items.findIndex((item) => item.id === place.id);
  return nearestRow(items, found === -1 ? place.index : found, 1);
}

/** The row to go to from `from` when `wanted` is asked for: never a heading, never outside the table. */
export function rowTowards(
  items: readonly TableItem<unknown>[],
  from: number,
  wanted: number,
): number {
  return nearestRow(items, wanted, wanted < from ? -1 : 1);
}

// A heading always stands before a row, so one of the two directions finds one.
function nearestRow(items: readonly TableItem<unknown>[], index: number, step: 1 | -1): number {
  const at = Math.max(0, Math.min(index, items.length - 1));
  for (const direction of [step, -step]) {
    for (let next = at; next >= 0 && next < items.length; next += direction) {
      if (items[next]?.kind === 'row') return next;
    }
  }
  return 0;
}
