import { ConflictPanel } from '#renderer/features/outbox/conflict/conflict-panel.tsx';
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
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { useRole } from '#renderer/frame/role.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { formatMoment } from '#renderer/ui/format/dates.ts';
import { outcomeLabelsOf } from '#shared/workflow/workflow-labels.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

interface MyDecisionProps {
  readonly entry: OutboxEntryView;
  readonly today: LocalDate;
}

/** "Keputusan saya": all that was decided and when. */
export function MyDecision({ entry, today }: MyDecisionProps) {
  const { outcome, decidedAt, revision, note, verdicts } = entry.decision;
  const labels = outcomeLabelsOf(useRole());
  const differing = differingFields(entry);
  const judged = outboxText.judged(verdicts.length - differing.length, verdicts.length);
  return (
    <ConflictPanel title={conflictsText.mine}>
      <Facts>
        <Fact strong label={conflictsText.outcome} lines={[labels[outcome]]} />
        <Fact
          label={conflictsText.decided}
          lines={[`${formatMoment(decidedAt, today)}, ${conflictsText.revision(revision)}`]}
        />
        <Fact label={sharedText.history.deletionReason} lines={deletionReasonLines(entry)} />
        <Fact label={outboxText.reasons} lines={reasonLines(entry)} />
        <Fact label={outboxText.note} lines={note === '' ? [] : [note]} />
        <Fact label={outboxText.acknowledged} lines={acknowledgedLines(entry)} />
        <Fact label={sharedText.history.unread} lines={unreadLines(entry)} />
        <Fact
          label={conflictsText.verdicts}
          lines={verdicts.length === 0 ? [] : [judged, ...differing.map(differingLine)]}
        />
      </Facts>
    </ConflictPanel>
  );
}
