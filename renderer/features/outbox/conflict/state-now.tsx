import { ConflictPanel } from '#renderer/features/outbox/conflict/conflict-panel.tsx';
import { happenedSince, whereNow } from '#renderer/features/outbox/conflict/what-happened.ts';
import { Fact, Facts } from '#renderer/features/outbox/fact.tsx';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';
import { formatDay, formatDaysLeft, formatMoment } from '#renderer/ui/format/dates.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

interface StateNowProps {
  readonly entry: OutboxEntryView;
  readonly now: UsulNow;
  readonly today: LocalDate;
}

/** "Keadaan sekarang": where the usul is, what happened to it since, and what the server said. */
export function StateNow({ entry, now, today }: StateNowProps) {
  const { decision } = entry;
  const { position, revision } = whereNow(entry, now);
  const usul = now.kind === 'ada' ? now.usul : null;
  const open = now.kind === 'ada' && now.closedBecause === null;
  return (
    <ConflictPanel title={conflictsText.now}>
      <Facts>
        <Fact strong label={conflictsText.position} lines={[position]} />
        <Fact
          label={conflictsText.resubmission}
          lines={revision === null ? [] : [conflictsText.resubmitted(revision, decision.revision)]}
        />
        <Fact
          label={conflictsText.deadline}
          lines={
            usul && open
              ? [`${formatDay(usul.deadline)} (${formatDaysLeft(usul.deadline, today)})`]
              : []
          }
        />
        <Fact
          label={conflictsText.assigned}
          lines={
            usul?.assignment?.to === 'rekan'
              ? [
                  conflictsText.assignedTo(
                    usul.assignment.name,
                    formatMoment(usul.assignment.since, today),
                    usul.assignment.reason,
                  ),
                ]
              : []
          }
        />
        <Fact label={conflictsText.since} lines={usul ? happenedSince(entry, usul, today) : []} />
        <Fact label={conflictsText.server} lines={serverAnswer(entry)} />
      </Facts>
    </ConflictPanel>
  );
}

/** What the server said; not that the usul changed, where it told how. */
function serverAnswer({ state }: OutboxEntryView): readonly string[] {
  if (state.kind !== 'ditolak') return [];
  const { error, current } = state;
  return error.kind === 'usul_berubah' && current !== null ? [] : [error.message];
}
