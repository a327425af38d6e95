import type { RefObject } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { tableSizes } from '#renderer/ui/parts/data-table/table-sizes.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  head: { position: 'sticky', top: 0, zIndex: 1, display: 'block' },
  row: {
    height: tableSizes.head,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'var(--tableColumns)',
    alignItems: 'center',
    columnGap: tableSizes.gap,
    padding: tableSizes.inset,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    padding: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface TableHeadProps {
  readonly columns: readonly Pick<TableColumn<unknown>, 'id' | 'label'>[];
  readonly headRef: RefObject<HTMLTableSectionElement | null>;
}

/** The names of the columns; stays in view. */
export function TableHead({ columns, headRef }: TableHeadProps) {
  const styles = useStyles();
  return (
    <thead ref={headRef} className={styles.head}>
      <tr aria-rowindex={1} className={styles.row}>
        {columns.map(({ id, label }) => (
          <th key={id} scope="col" className={styles.heading}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
