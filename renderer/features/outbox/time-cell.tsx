import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight12Regular } from '@fluentui/react-icons';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { formatTime } from '#renderer/ui/format/dates.ts';
import type { RowState } from '#renderer/ui/parts/data-table/table-model.ts';
import { opensRow } from '#renderer/ui/parts/data-table/table-row.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    margin: 0,
    padding: '0 4px 0 0',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chevron: { flexShrink: 0 },
  open: { transform: 'rotate(90deg)' },
});

interface TimeCellProps extends RowState {
  readonly entry: Pick<OutboxEntryView, 'decision' | 'employeeName'>;
}

/** When it was decided; opens and closes what was decided, as a click on the row does. */
export function TimeCell({ entry, active, open }: TimeCellProps) {
  const styles = useStyles();
  const time = formatTime(entry.decision.decidedAt);
  return (
    <button
      type="button"
      {...{ [opensRow]: '' }}
      tabIndex={active ? 0 : -1}
      aria-expanded={open}
      aria-label={outboxText.detail(time, entry.employeeName)}
      className={styles.root}
    >
      <ChevronRight12Regular className={mergeClasses(styles.chevron, open && styles.open)} />
      {time}
    </button>
  );
}
