import { memo } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DeadlineCell, DocumentsCell, StatusCell } from '#renderer/features/inbox/inbox-cells.tsx';
import type { InboxRow } from '#renderer/state/store-contracts.ts';
import { usulKindLabels } from '#shared/domain/model/labels.ts';
import { recordTypes } from '#shared/domain/model/record-types.ts';
import { showNip } from '#shared/domain/model/value-text.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Columns of the list; the header uses the same. */
export const columnTemplate =
  '168px minmax(220px, 1.3fr) minmax(120px, 168px) 64px minmax(160px, 1fr) 104px 140px';

/** Height of a row in CSS pixels. */
export const rowHeight = 46;

/** DOM id of a row, for `aria-activedescendant`. */
export function rowDomId(usulId: string): string {
  return `usul-${usulId}`;
}

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    height: `${rowHeight}px`,
    display: 'grid',
    gridTemplateColumns: columnTemplate,
    alignItems: 'center',
    columnGap: '12px',
    padding: '0 16px',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 4px 0 0 ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  cell: {
    padding: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  nip: {
    fontSize: '12px',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface InboxRowProps {
  readonly row: InboxRow;
  /** Position in the list, from 0. */
  readonly index: number;
  readonly start: number;
  readonly active: boolean;
  readonly today: LocalDate;
  readonly onOpen: (usulId: string) => void;
}

/** One usul in the list. */
export const InboxRowView = memo(function InboxRowView(props: InboxRowProps) {
  const { row, index, start, active, today, onOpen } = props;
  const styles = useStyles();
  return (
    // The grid itself takes the keys; a row only takes the click.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      id={rowDomId(row.id)}
      aria-rowindex={index + 2}
      aria-selected={active}
      className={mergeClasses(styles.row, active && styles.active)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onOpen(row.id)}
    >
      <DeadlineCell deadline={row.deadline} today={today} />
      <td className={styles.cell} title={row.nama}>
        <span className={styles.name}>{row.nama}</span>
        <span className={styles.nip}>{showNip(row.nip)}</span>
      </td>
      <td className={styles.cell} title={recordTypes[row.recordType].label}>
        {recordTypes[row.recordType].label}
      </td>
      <td className={styles.cell}>{usulKindLabels[row.kind]}</td>
      <td className={styles.cell} title={row.unorNama}>
        {row.unorNama}
      </td>
      <DocumentsCell ready={row.documentsReady} />
      <StatusCell row={row} />
    </tr>
  );
});
