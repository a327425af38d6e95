import { memo, type MouseEvent, type ReactNode, type Ref } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { tableSizes } from '#renderer/ui/parts/data-table/table-sizes.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

/** DOM id of a row, for `aria-activedescendant`. */
export function rowDomId(id: string): string {
  return `row-${id}`;
}

/** Marks the button in a row that does what a click on the row does. */
export const opensRow = 'data-opens-row';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'var(--tableColumns)',
    alignItems: 'center',
    columnGap: tableSizes.gap,
    padding: tableSizes.inset,
    cursor: 'pointer',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  // What happens in one row concerns no other: the browser lays out only the rows that change.
  fixed: { height: tableSizes.row, contain: 'strict' },
  growing: {
    alignItems: 'start',
    minHeight: tableSizes.row,
    paddingTop: '6px',
    paddingBottom: '6px',
  },
  active: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 4px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    // Shadows vanish in forced colours; the outline on focus alone would leave the row unmarked without focus.
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  cell: { padding: 0, minWidth: 0 },
  detail: { gridColumn: '1 / -1', padding: 0, minWidth: 0, cursor: 'auto' },
  group: {
    height: tableSizes.group,
    cursor: 'default',
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
});

interface TableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly TableColumn<Row>[];
  /** Position in the table, from 0. */
  readonly index: number;
  /** Distance from the top of the body in CSS pixels. */
  readonly start: number;
  readonly active: boolean;
  /** What an opened row shows below its cells; null for a closed one, undefined where rows do not open. */
  readonly detail: ReactNode | undefined;
  /** Set for rows that grow with what they say. */
  readonly measure: Ref<HTMLTableRowElement> | undefined;
  readonly onPick: (index: number) => void;
}

function TableRowView<Row>(props: TableRowProps<Row>) {
  const { id, row, columns, index, start, active, detail, measure, onPick } = props;
  const styles = useStyles();
  function onClick(event: MouseEvent): void {
    const inner =
      event.target instanceof Element &&
      event.target.closest(`button:not([${opensRow}]), a, [data-detail]`);
    if (!inner) onPick(index);
  }
  return (
    // The grid itself takes the keys; a row only takes the click.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      id={rowDomId(id)}
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={active}
      className={mergeClasses(
        styles.row,
        measure ? styles.growing : styles.fixed,
        active && styles.active,
      )}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onClick}
    >
      {columns.map((column) => (
        <td key={column.id} className={styles.cell}>
          {column.cell(row, { active, open: detail != null })}
        </td>
      ))}
      {detail != null && (
        <td data-detail className={styles.detail}>
          {detail}
        </td>
      )}
    </tr>
  );
}

// `memo` forgets the type parameter; the function is the same.
/** One row of a table. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const TableRow = memo(TableRowView) as typeof TableRowView;

interface GroupRowProps {
  readonly heading: ReactNode;
  readonly index: number;
  readonly start: number;
  readonly columnCount: number;
}

/** The heading of the rows below it; not a row to be chosen. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const styles = useStyles();
  return (
    <tr
      data-index={props.index}
      aria-rowindex={props.index + 2}
      className={mergeClasses(styles.row, styles.group)}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      <td colSpan={props.columnCount} className={styles.detail}>
        {props.heading}
      </td>
    </tr>
  );
});
