import { useCallback, useMemo, useRef } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { InboxBody } from '#renderer/features/inbox/inbox-body.tsx';
import { InboxFilters } from '#renderer/features/inbox/inbox-filters.tsx';
import { InboxHeader } from '#renderer/features/inbox/inbox-header.tsx';
import type { InboxListHandle } from '#renderer/features/inbox/inbox-list.tsx';
import { decidedOn, summarise } from '#renderer/features/inbox/inbox-summary.ts';
import { StatusTabs } from '#renderer/features/inbox/status-tabs.tsx';
import type { Desk, InboxStore } from '#renderer/state/store-contracts.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { inboxText } from '#renderer/ui/text/inbox.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
});

interface InboxScreenProps {
  readonly desk: Pick<Desk, 'inbox' | 'outbox' | 'sync'>;
  /** The usul where the person was before. */
  readonly startAt: string | null;
  readonly onOpen: (usulId: string) => void;
  readonly onOutbox: () => void;
}

/** "Kotak Masuk": every usul of the account, what presses first. */
export function InboxScreen({ desk, startAt, onOpen, onOutbox }: InboxScreenProps) {
  const styles = useStyles();
  const inbox = useStore(desk.inbox);
  const entries = useStore(desk.outbox, (outbox) => outbox.entries);
  const today = useToday();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<InboxListHandle>(null);
  const summary = useMemo(() => summarise(inbox.rows, today), [inbox.rows, today]);
  const decidedToday = useMemo(() => decidedOn(today, entries), [entries, today]);
  const clear = useCallback(() => clearAllButStatus(desk.inbox), [desk.inbox]);
  useKeys(['inbox'], { openSearch: () => search.current?.focus() });
  return (
    <section className={styles.root} aria-label={inboxText.title}>
      <InboxHeader summary={summary} decidedToday={decidedToday} />
      <StatusTabs
        statuses={inbox.filter.statuses}
        counts={inbox.counts}
        total={inbox.rows.length}
        onSelect={(statuses) => inbox.setFilter({ statuses })}
      />
      <InboxFilters
        inbox={inbox}
        total={totalOf(inbox)}
        searchRef={search}
        onClear={clear}
        onToList={() => list.current?.focus()}
      />
      <InboxBody
        inbox={inbox}
        sync={desk.sync}
        today={today}
        startAt={startAt}
        listRef={list}
        onOpen={onOpen}
        onClear={clear}
        onOutbox={onOutbox}
      />
    </section>
  );
}

function totalOf({ filter, counts, rows }: InboxStore): number {
  const [status] = filter.statuses;
  return status === undefined ? rows.length : counts[status];
}

function clearAllButStatus(inbox: StoreApi<InboxStore>): void {
  const store = inbox.getState();
  const { statuses } = store.filter;
  store.clearFilter();
  store.setFilter({ statuses });
}
