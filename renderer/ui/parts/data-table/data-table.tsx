import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type ReactNode,
  type Ref,
} from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { TableBody } from '#renderer/ui/parts/data-table/table-body.tsx';
import { TableHead } from '#renderer/ui/parts/data-table/table-head.tsx';
import type { TableColumn, TableItem } from '#renderer/ui/parts/data-table/table-model.ts';
import { rowDomId } from '#renderer/ui/parts/data-table/table-row.tsx';
import { tableSizes } from '#renderer/ui/parts/data-table/table-sizes.ts';
import { useActiveRow } from '#renderer/ui/parts/data-table/use-active-row.ts';
import { useTableKeys, type TableAction } from '#renderer/ui/parts/data-table/use-table-keys.ts';
import {
  rowsInView,
  useReturnTo,
  useStayInView,
  useTableVirtualizer,
} from '#renderer/ui/parts/data-table/use-table-virtualizer.ts';
import { useTableSizes, type TableSizes } from '#renderer/ui/parts/data-table/use-table-sizes.ts';
import type { KeyGroup } from '#renderer/ui/keys/key-group.ts';
import { textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grid: {
    position: 'relative',
    display: 'block',
    flex: '1 1 0',
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    // The active row shows where the focus is.
    outline: 'none',
    ':focus-visible [aria-selected=true]': {
      outline: `2px solid ${tokens.colorBrandStroke1}`,
      outlineOffset: '-2px',
    },
  },
  ruler: {
    position: 'absolute',
    visibility: 'hidden',
    pointerEvents: 'none',
    width: `calc(10 * ${textSizes.body})`,
  },
  rowRuler: { height: tableSizes.row },
  groupRuler: { height: tableSizes.group },
});

/** What the screen asks of the table. */
export interface DataTableHandle {
  focus(): void;
  /** Goes to the first row and takes the focus. */
  toStart(): void;
}

/** A table as its screen describes it. */
export interface DataTableProps<Row> {
  readonly label: string;
  readonly keys: KeyGroup<TableAction>;
  readonly items: readonly TableItem<Row>[];
  /** The columns for so much room: pixels at the usual text size. Keep the function and its answers the same objects. */
  readonly columnsFor: (room: number) => readonly TableColumn<Row>[];
  /** The row where the person was before. */
  readonly startAt: string | null;
  /** Another text means that the table shows something else now: the person starts at the first row. */
  readonly resetOn: string;
  /** Enter, or a click. */
  readonly onOpen: (row: Row) => void;
  /** The person moved with Shift held: over these rows, from the first of them. */
  readonly onReach?: (rows: readonly Row[]) => void;
  /** Makes rows that grow, and open: what an opened row shows below its cells, null for a closed one. */
  readonly detailOf?: (row: Row) => ReactNode;
  readonly ref?: Ref<DataTableHandle>;
}

/** Rows as a virtualised grid that is one stop for the Tab key; arrows move within. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const styles = useStyles();
  const rowRuler = useRef<HTMLDivElement>(null);
  const groupRuler = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const scroll = useRef<HTMLTableElement>(null);
  const sizes = useTableSizes({ scroll, head, row: rowRuler, group: groupRuler });
  const { columnsFor, items } = props;
  const columns = useMemo(() => columnsFor(sizes.room), [columnsFor, sizes.room]);
  const { virtual, index, pick } = useTable(props, sizes, scroll);
  const layout: Record<`--${string}`, string> = {
    '--tableColumns': columns.map(({ track }) => track).join(' '),
  };
  const current = items[index];
  return (
    <div className={styles.root}>
      <div ref={rowRuler} className={mergeClasses(styles.ruler, styles.rowRuler)} />
      <div ref={groupRuler} className={mergeClasses(styles.ruler, styles.groupRuler)} />
      <table
        ref={scroll}
        // A table whose rows are chosen with the keys is a grid.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={current && rowDomId(current.id)}
        className={styles.grid}
        style={layout}
      >
        <TableHead columns={columns} headRef={head} />
        <TableBody
          items={items}
          columns={columns}
          virtual={virtual}
          active={index}
          offset={sizes.head}
          detailOf={props.detailOf}
          onPick={pick}
        />
      </table>
    </div>
  );
}

// Where the person is, what is in view, and the keys that change both.
function useTable<Row>(
  { keys, items, startAt, resetOn, onOpen, onReach, ref }: DataTableProps<Row>,
  sizes: TableSizes,
  scroll: { readonly current: HTMLTableElement | null },
) {
  const { index, moved, move } = useActiveRow(items, startAt, resetOn);
  const virtual = useTableVirtualizer(items, index, sizes, scroll);
  const go = useCallback(
    (wanted: number, reaching = false): void => {
      const arrived = move(wanted);
      virtual.scrollToIndex(arrived, { align: 'auto' });
      scroll.current?.focus({ preventScroll: true });
      if (reaching) onReach?.(rowsBetween(items, index, arrived));
    },
    [virtual, move, scroll, onReach, items, index],
  );
  const latest = useRef({ items, move, onOpen });
  useEffect(() => {
    latest.current = { items, move, onOpen };
  });
  // The same function for ever: rows are drawn again only when something of theirs changes.
  const pick = useCallback((at: number): void => {
    const item = latest.current.items[at];
    if (item?.kind !== 'row') return;
    latest.current.move(at);
    latest.current.onOpen(item.row);
  }, []);
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus(), toStart: () => go(0) }), [
    go,
    scroll,
  ]);
  useReturnTo(index, virtual, scroll);
  useStayInView(index, moved, resetOn, virtual);
  useTableKeys({
    keys,
    index,
    count: items.length,
    go,
    open: pick,
    page: () => rowsInView(scroll.current, sizes),
  });
  return { virtual, index, pick };
}

/** The rows from one to another, in that direction. */
function rowsBetween<Row>(
  items: readonly TableItem<Row>[],
  from: number,
  to: number,
): readonly Row[] {
  const some = items.slice(Math.min(from, to), Math.max(from, to) + 1);
  const rows = some.flatMap((item) => (item.kind === 'row' ? item.row : []));
  return from <= to ? rows : rows.toReversed();
}
