import { makeStyles, tokens } from '@fluentui/react-components';
import { differingFields, type OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { outboxText } from '#renderer/ui/text/outbox.ts';
import { verdictLabels } from '#shared/domain/model/labels.ts';
import { findReason } from '#shared/domain/model/reasons.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    margin: '8px 0 4px',
    padding: '8px 12px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '4px 12px',
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  all: { color: tokens.colorNeutralForeground2 },
});

interface DecisionDetailProps {
  readonly entry: OutboxEntryView;
  readonly today: LocalDate;
}

/** All that was decided: reasons and note in full, and the fields that were not in order. */
export function DecisionDetail({ entry, today }: DecisionDetailProps) {
  const styles = useStyles();
  const { decision } = entry;
  const { reasons, note, verdicts } = decision;
  const differing = differingFields(entry);
  const matching = verdicts.length - differing.length;
  return (
    <div className={styles.root}>
      {(reasons.length > 0 || note !== '' || differing.length > 0) && (
        <dl className={styles.facts}>
          {reasons.length > 0 && (
            <Fact label={outboxText.reasons}>
              {reasons.map((code) => findReason(code)?.label ?? code)}
            </Fact>
          )}
          {note !== '' && <Fact label={outboxText.note}>{[note]}</Fact>}
          {differing.length > 0 && (
            <Fact label={outboxText.differing}>
              {differing.map(({ label, verdict, seen }) =>
                [label, verdictLabels[verdict], seen === '' ? '' : outboxText.seen(seen)]
                  .filter((part) => part !== '')
                  .join(' · '),
              )}
            </Fact>
          )}
        </dl>
      )}
      <div className={styles.all}>
        {[
          outboxText.decidedAt(formatMoment(decision.decidedAt, today), decision.revision),
          verdicts.length > 0 ? outboxText.judged(matching, verdicts.length) : '',
          reasons.length === 0 && note === '' ? outboxText.nothingMore : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
    </div>
  );
}

function Fact({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly string[];
}) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <ul className={styles.list}>
          {children.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </dd>
    </>
  );
}
