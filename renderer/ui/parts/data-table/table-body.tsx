import { useState, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { LineSlots } from '#renderer/ui/parts/data-table/line-slots.ts';
import type { TableColumn, TableItem } from '#renderer/ui/parts/data-table/table-model.ts';
import { GroupRow, TableRow } from '#renderer/ui/parts/data-table/table-row.tsx';
import type { TableVirtualizer } from '#renderer/ui/parts/data-table/use-table-virtualizer.ts';

const useStyles = makeStyles({ body: { position: 'relative', display: 'block' } });

interface TableBodyProps<Row> {
  readonly items: readonly TableItem<Row>[];
  readonly columns: readonly TableColumn<Row>[];
  readonly virtual: TableVirtualizer;
  /** Index of the active row. */
  readonly active: number;
  /** Height of the head in CSS pixels: the virtualiser counts from the top of the table. */
  readonly offset: number;
  readonly detailOf: ((row: Row) => ReactNode) | undefined;
  readonly onPick: (index: number) => void;
}

/** The lines in view. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { columns, virtual, active, detailOf, onPick } = props;
  const styles = useStyles();
  const lines = useLines(props);
  return (
    <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
      {lines.map(({ key, item, place }) =>
        item.kind === 'group' ? (
          <GroupRow key={key} {...place} heading={item.heading} columnCount={columns.length} />
        ) : (
          <TableRow
            key={key}
            {...place}
            id={item.id}
            row={item.row}
            columns={columns}
            active={place.index === active}
            detail={detailOf?.(item.row)}
            measure={detailOf && virtual.measureElement}
            onPick={onPick}
          />
        ),
      )}
    </tbody>
  );
}

/** What is drawn where, and in which element. */
function useLines<Row>({ items, virtual, offset, detailOf }: TableBodyProps<Row>) {
  const [slots] = useState(() => ({ row: new LineSlots(), group: new LineSlots() }));
  const lines = virtual.getVirtualItems().flatMap(({ index, start }) => {
    const item = items[index];
    return item ? [{ item, place: { index, start: start - offset } }] : [];
  });
  const slotsOf = (kind: 'row' | 'group') =>
    slots[kind].assign(
      lines.filter(({ item }) => item.kind === kind).map(({ place }) => place.index),
    );
  const given = { row: slotsOf('row'), group: slotsOf('group') };
  // Rows that all look alike are drawn into the same few elements over and over; those that grow have their own.
  const keyOf = ({ item, place }: (typeof lines)[number]): string =>
    detailOf ? item.id : `${item.kind}-${given[item.kind].get(place.index)}`;
  const keyed = lines.map((line) => ({ ...line, key: keyOf(line) }));
  // To move an element costs as much as to make it. While the list scrolls the elements stay in their order; at rest they
  // stand in the order of the rows, as a screen reader reads them.
  return virtual.isScrolling && !detailOf
    ? keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1))
    : keyed;
}
