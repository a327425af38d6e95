import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  explanation,
  recordTitle,
  remedyOf,
  type OutboxEntryView,
} from '#renderer/features/outbox/outbox-entry.ts';
import { OutboxStateText } from '#renderer/features/outbox/outbox-state.tsx';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { outboxText } from '#renderer/ui/text/outbox.ts';
import { outcomeLabels } from '#shared/domain/model/labels.ts';
import { showNip } from '#shared/domain/model/value-text.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Columns of the list; the header uses the same. */
export const columnTemplate = '110px minmax(200px, 1.2fr) minmax(150px, 0.8fr) minmax(180px, 1fr) minmax(220px, 1.2fr) 140px';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: columnTemplate,
    columnGap: '12px',
    alignItems: 'start',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  cell: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface OutboxRowProps {
  readonly entry: OutboxEntryView;
  readonly today: LocalDate;
  readonly onReopen: (decisionId: string) => void;
}

/** One decision with its state and what can be done about it. */
export function OutboxRow({ entry, today, onReopen }: OutboxRowProps) {
  const styles = useStyles();
  const remedy = remedyOf(entry);
  const { decision } = entry;
  return (
    <div role="row" className={styles.row} data-decision={decision.id}>
      <div role="cell">{formatMoment(decision.decidedAt, today)}</div>
      <div role="cell" className={styles.cell}>
        <div className={styles.name}>{entry.employeeName}</div>
        <div className={styles.small}>{showNip(entry.nip)}</div>
      </div>
      <div role="cell" className={styles.cell}>
        {recordTitle(entry)}
      </div>
      <div role="cell" className={styles.cell}>
        {outcomeLabels[decision.outcome]}
        <div className={styles.small}>{explanation(entry)}</div>
      </div>
      <div role="cell" className={styles.cell}>
        <OutboxStateText state={entry.state} today={today} />
      </div>
      <div role="cell">
        {remedy && (
          <Button
            size="small"
            appearance={remedy === 'perbaiki' ? 'secondary' : 'primary'}
            aria-label={(remedy === 'perbaiki' ? outboxText.correctLabel : outboxText.redoLabel)(entry.employeeName)}
            onClick={() => onReopen(decision.id)}
          >
            {remedy === 'perbaiki' ? outboxText.correct : outboxText.redo}
          </Button>
        )}
      </div>
    </div>
  );
}
