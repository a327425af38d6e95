import { makeStyles, tokens } from '@fluentui/react-components';
import { Fact, Facts } from '#renderer/features/outbox/fact.tsx';
import {
  acknowledgedLines,
  deletionReasonLines,
  differingFields,
  differingLine,
  reasonLines,
  unreadLines,
  type OutboxEntryView,
} from '#renderer/features/outbox/outbox-entry.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
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
  const facts = [
    { label: sharedText.history.deletionReason, lines: deletionReasonLines(entry) },
    { label: outboxText.reasons, lines: reasonLines(entry) },
    { label: outboxText.note, lines: note === '' ? [] : [note] },
    { label: outboxText.acknowledged, lines: acknowledgedLines(entry) },
    { label: sharedText.history.unread, lines: unreadLines(entry) },
    { label: outboxText.differing, lines: differing.map(differingLine) },
  ];
  const matching = verdicts.length - differing.length;
  return (
    <div className={styles.root}>
      {facts.some(({ lines }) => lines.length > 0) && (
        <Facts>
          {facts.map((fact) => (
            <Fact key={fact.label} {...fact} />
          ))}
        </Facts>
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
