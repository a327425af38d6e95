import type { Ref } from 'react';
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
export const columnTemplate =
  '110px minmax(200px, 1.2fr) minmax(150px, 0.8fr) minmax(180px, 1fr) minmax(220px, 1.2fr) 140px';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    display: 'grid',
    gridTemplateColumns: columnTemplate,
    columnGap: '12px',
    alignItems: 'start',
    padding: '8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  cell: { padding: 0, minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  remedies: { display: 'flex', flexDirection: 'column', gap: '4px' },
  small: {
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface OutboxRowProps {
  readonly entry: OutboxEntryView;
  /** Position in the list, from 0. */
  readonly index: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly start: number;
  readonly rowRef: Ref<HTMLTableRowElement>;
  readonly today: LocalDate;
  readonly onReopen: (decisionId: string) => void;
  readonly onLetGo: (decisionId: string) => void;
}

/** One decision with its state and what can be done about it. */
export function OutboxRow({ rowRef, ...props }: OutboxRowProps) {
  const { entry, index, start, today } = props;
  const styles = useStyles();
  const { decision } = entry;
  return (
    <tr
      ref={rowRef}
      data-index={index}
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
    >
      <td className={styles.cell}>{formatMoment(decision.decidedAt, today)}</td>
      <td className={styles.cell}>
        <div className={styles.name}>{entry.employeeName}</div>
        <div className={styles.small}>{showNip(entry.nip)}</div>
      </td>
      <td className={styles.cell}>{recordTitle(entry)}</td>
      <td className={styles.cell}>
        {outcomeLabels[decision.outcome]}
        <div className={styles.small}>{explanation(entry)}</div>
      </td>
      <td className={styles.cell}>
        <OutboxStateText state={entry.state} today={today} />
      </td>
      <td className={styles.cell}>
        <Remedies {...props} />
      </td>
    </tr>
  );
}

function Remedies(props: Pick<OutboxRowProps, 'entry' | 'onReopen' | 'onLetGo'>) {
  const styles = useStyles();
  const { entry, onReopen, onLetGo } = props;
  const { employeeName, decision } = entry;
  switch (remedyOf(entry)) {
    case null:
      return null;
    case 'perbaiki':
      return (
        <Button
          size="small"
          aria-label={outboxText.correctLabel(employeeName)}
          onClick={() => onReopen(decision.id)}
        >
          {outboxText.correct}
        </Button>
      );
    case 'putuskan_ulang':
      return (
        <div className={styles.remedies}>
          <Button
            size="small"
            appearance="primary"
            aria-label={outboxText.redoLabel(employeeName)}
            onClick={() => onReopen(decision.id)}
          >
            {outboxText.redo}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            title={outboxText.letGoTitle}
            aria-label={outboxText.letGoLabel(employeeName)}
            onClick={() => onLetGo(decision.id)}
          >
            {outboxText.letGo}
          </Button>
        </div>
      );
  }
}
