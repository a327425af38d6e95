import type { KeyboardEvent, ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CircleSmall20Filled,
  CalendarClock16Regular,
  DocumentError16Regular,
  Edit16Regular,
  PersonProhibited16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import {
  queueMarks,
  queueSummary,
  type QueueMark,
} from '#renderer/features/workbench/queue/queue-marks.ts';
import { shortType } from '#renderer/features/workbench/short-type.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { formatDay, urgencyOf } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { usulKindLabels } from '#shared/records/record-labels.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    padding: '0 10px 0 8px',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: '1px',
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    // A transparent border is drawn there.
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  narrow: { padding: '0 3px 0 0', alignItems: 'center', borderBottomColor: 'transparent' },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  line: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  name: { flex: '1 1 0', minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  type: { flex: '1 1 0', minWidth: 0 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  day: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  icon: { flexShrink: 0, display: 'flex' },
  milik: { color: tokens.colorNeutralForeground2 },
  galat: { color: tokens.colorPaletteRedForeground1 },
  lewat: { color: tokens.colorPaletteRedForeground1 },
  mendesak: { color: tokens.colorPaletteDarkOrangeForeground1 },
  biasa: {},
  dokumen: { color: tokens.colorPaletteDarkOrangeForeground1 },
  peringatan: { color: tokens.colorPaletteDarkOrangeForeground1 },
  konsep: { color: tokens.colorBrandForeground1 },
  plain: { color: tokens.colorNeutralForeground3 },
});

const icons: Readonly<Record<QueueMark, ReactElement>> = {
  milik: <PersonProhibited16Regular />,
  galat: <ErrorCircle16Filled />,
  lewat: <CalendarClock16Regular />,
  dokumen: <DocumentError16Regular />,
  peringatan: <Warning16Filled />,
  konsep: <Edit16Regular />,
};

interface QueueRowProps {
  readonly row: InboxRow;
  readonly today: LocalDate;
  readonly current: boolean;
  /** Whether the Tab key stops here. */
  readonly tabStop: boolean;
  /** Room for one icon only. */
  readonly narrow: boolean;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One usul of the queue. */
export function QueueRow({
  row,
  today,
  current,
  tabStop,
  narrow,
  onOpen,
  onKeyDown,
}: QueueRowProps) {
  const styles = useStyles();
  const marks = queueMarks(row, today);
  const summary = queueSummary(row, today);
  return (
    <button
      type="button"
      data-usul={row.id}
      aria-label={summary}
      aria-current={current}
      title={summary}
      tabIndex={tabStop ? 0 : -1}
      className={mergeClasses(styles.root, narrow && styles.narrow, current && styles.current)}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {narrow ? (
        <Mark mark={marks[0]} />
      ) : (
        <>
          <span className={styles.line}>
            <span className={mergeClasses(styles.name, styles.clip)}>{row.nama}</span>
            {marks
              .filter((mark) => mark !== 'lewat')
              .map((mark) => (
                <Mark key={mark} mark={mark} />
              ))}
          </span>
          <span className={mergeClasses(styles.line, styles.facts)}>
            <span className={mergeClasses(styles.type, styles.clip)}>
              {shortType(row.recordType)} · {usulKindLabels[row.kind].toLowerCase()}
            </span>
            <Deadline row={row} today={today} />
          </span>
        </>
      )}
    </button>
  );
}

function Deadline({ row, today }: Pick<QueueRowProps, 'row' | 'today'>) {
  const styles = useStyles();
  const urgency = urgencyOf(row.deadline, today);
  return (
    <>
      {urgency !== 'biasa' && (
        <span className={mergeClasses(styles.icon, styles[urgency])}>{icons.lewat}</span>
      )}
      <span className={mergeClasses(styles.day, styles[urgency])}>
        {formatDay(row.deadline).replace(/ \d+$/, '')}
      </span>
    </>
  );
}

function Mark({ mark }: { readonly mark: QueueMark | undefined }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.icon, styles[mark ?? 'plain'])}>
      {mark ? icons[mark] : <CircleSmall20Filled />}
    </span>
  );
}
