import { Button, makeStyles } from '@fluentui/react-components';
import { remedyOf, type OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '4px' },
  button: { minWidth: 'auto', paddingLeft: '6px', paddingRight: '6px' },
});

interface RemediesProps {
  readonly entry: OutboxEntryView;
  /** Whether the person is at this row: only its buttons are stops of the Tab key. */
  readonly active: boolean;
  readonly onReopen: (decisionId: string) => void;
  readonly onCompare: (decisionId: string) => void;
  readonly onLetGo: (decisionId: string) => void;
}

/** What can still be done about a decision. */
export function Remedies({ entry, active, onReopen, onCompare, onLetGo }: RemediesProps) {
  const styles = useStyles();
  const { employeeName, decision } = entry;
  const common = { size: 'small', tabIndex: active ? 0 : -1, className: styles.button } as const;
  switch (remedyOf(entry)) {
    case null:
      return null;
    case 'perbaiki':
      return (
        <div className={styles.root}>
          <Button
            {...common}
            aria-label={outboxText.correctLabel(employeeName)}
            onClick={() => onReopen(decision.id)}
          >
            {outboxText.correct}
          </Button>
        </div>
      );
    case 'putuskan_ulang':
      return (
        <div className={styles.root}>
          <Button
            {...common}
            appearance="primary"
            aria-label={outboxText.redoLabel(employeeName)}
            onClick={() => onReopen(decision.id)}
          >
            {outboxText.redo}
          </Button>
          <Button
            {...common}
            aria-label={outboxText.compareLabel(employeeName)}
            onClick={() => onCompare(decision.id)}
          >
            {outboxText.compare}
          </Button>
          <Button
            {...common}
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
