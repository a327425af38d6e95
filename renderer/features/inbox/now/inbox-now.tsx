import { useMemo } from 'react';
import { InboxHeader, LoadingHeader } from '#renderer/features/inbox/now/inbox-header.tsx';
import { workPaceOf } from '#renderer/core/inbox/work-pace.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

interface InboxNowProps {
  readonly inbox: InboxStore;
  readonly entries: OutboxStore['entries'];
  readonly today: LocalDate;
  readonly onOutbox: () => void;
}

/** The line "what now" over the list. */
export function InboxNow({ inbox, entries, today, onOutbox }: InboxNowProps) {
  const { rows, filter, ready, loading } = inbox;
  const work = useMemo(() => workPaceOf(rows, entries, today), [rows, entries, today]);
  // Of half a list neither what waits nor the pace is known.
  if (!ready || loading) return <LoadingHeader loading={loading} />;
  return (
    <InboxHeader
      work={work}
      today={today}
      chosen={filter.deadlines}
      // The bars count what waits, so that is what a click shows.
      onChoose={(deadlines) => inbox.setFilter({ deadlines, statuses: ['belum_diperiksa'] })}
      onDecided={onOutbox}
    />
  );
}
