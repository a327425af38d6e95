import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { EmptyInbox } from '#renderer/features/inbox/empty-inbox.tsx';
import type { BatchChoice } from '#renderer/features/inbox/filters/batch-menu.tsx';
import { InboxToolbar } from '#renderer/features/inbox/filters/inbox-toolbar.tsx';
import { useFilterTold } from '#renderer/features/inbox/filters/use-filter-told.ts';
import { StatusTabs } from '#renderer/features/inbox/filters/status-tabs.tsx';
import { useSavedFilters } from '#renderer/features/inbox/filters/use-saved-filters.ts';
import { FoundElsewhere } from '#renderer/features/inbox/found-elsewhere.tsx';
import { InboxList } from '#renderer/features/inbox/list/inbox-list.tsx';
import { InboxNow } from '#renderer/features/inbox/now/inbox-now.tsx';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { approverKeys } from '#renderer/features/inbox/keys.ts';
import { useRole } from '#renderer/frame/role.ts';
import { listKeys } from '#renderer/frame/list-keys.ts';
import { noFilter } from '#renderer/core/inbox/inbox-list.ts';
import { waitingIn } from '#renderer/core/bulk/bulk-view.ts';
import type { InboxFilter } from '#renderer/core/inbox/inbox-query.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { InboxStore } from '#renderer/core/inbox/inbox-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import { LiveRegion } from '#renderer/ui/parts/live-region.tsx';
import { useToday } from '#renderer/ui/parts/use-today.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { matches, parseSearch, personKey } from '#renderer/core/inbox/search-key.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
});

/** "Kotak Masuk": every usul of the account, what presses first. */
export function InboxScreen({ desk, ways }: ScreenProps) {
  const styles = useStyles();
  const inbox = useStore(desk.inbox);
  const entries = useStore(desk.outbox, (outbox) => outbox.entries);
  const inBatch = useInBatch(desk);
  const today = useToday();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<DataTableHandle>(null);
  const clear = useCallback(() => clearAllButStatus(desk.inbox), [desk.inbox]);
  const savedFilters = useSavedFilters(desk);
  const { filter, queue } = inbox;
  const whole = inbox.ready && inbox.loading === null;
  const decisions = useMemo(() => countFound(entries, filter.search), [entries, filter.search]);
  const told = useFilterTold(inbox, totalOf(inbox), decisions);
  useFocusKept(filter, list);
  const startBatch = useBatches(desk.inbox, list);
  useInboxKeys(search, ways);

  return (
    <section className={styles.root} aria-label={inboxText.title}>
      <InboxNow inbox={inbox} entries={entries} today={today} onOutbox={ways.toOutbox} />
      <StatusTabs
        statuses={filter.statuses}
        counts={whole ? inbox.counts : null}
        total={allOf(inbox)}
        onSelect={(statuses) => inbox.setFilter({ statuses })}
      />
      <InboxToolbar
        inbox={inbox}
        total={totalOf(inbox)}
        searchRef={search}
        savedFilters={savedFilters}
        onBatch={startBatch}
        onClear={clear}
        onToList={() => list.current?.focus()}
      />
      <FoundElsewhere
        inbox={inbox}
        decisions={decisions}
        onShowUsul={() => inbox.setFilter({ ...noFilter, search: filter.search })}
        onShowDecisions={ways.toOutbox}
      />
      <LiveRegion sentence={told} />
      {!inbox.ready && <Waiting label={inboxText.loading} tooLong={sharedText.startSlow} />}
      {inbox.ready && queue.length === 0 && (
        <EmptyInbox inbox={inbox} sync={desk.sync} onClear={clear} onOutbox={ways.toOutbox} />
      )}
      {inbox.ready && queue.length > 0 && (
        <InboxList
          {...{ queue, filter, whole, today, inBatch }}
          sort={inbox.sort}
          startAt={ways.lastUsulId}
          onOpen={ways.toUsul}
          ref={list}
        />
      )}
    </section>
  );
}

/** The usul that wait in the batch of whoever approves. */
function useInBatch({ bulk }: Pick<Desk, 'bulk'>): ReturnType<typeof waitingIn> {
  const batch = useStore(bulk, (store) => store.batch);
  return useMemo(() => waitingIn(batch), [batch]);
}

function useInboxKeys(
  search: RefObject<HTMLInputElement | null>,
  { toBulk }: ScreenProps['ways'],
): void {
  const isApprover = useRole() === 'approver';
  useKeys([listKeys], { openSearch: () => search.current?.select() });
  useKeys(isApprover ? [approverKeys] : [], { openBulk: toBulk });
}

/** Whoever takes the last filter away loses the button under the focus; the list has it then. */
function useFocusKept(filter: InboxFilter, list: RefObject<DataTableHandle | null>): void {
  const shown = useRef(filter);
  useEffect(() => {
    if (shown.current === filter) return;
    shown.current = filter;
    if (document.activeElement === document.body) list.current?.focus();
  });
}

/** Starts a batch of work: the list shows it from its start and has the focus. */
function useBatches(
  inbox: StoreApi<InboxStore>,
  list: RefObject<DataTableHandle | null>,
): (batch: BatchChoice) => void {
  const [started, setStarted] = useState(0);
  // Once the menu is gone and the list shows the batch; the menu need not give the focus back then.
  useEffect(() => {
    if (started > 0) list.current?.toStart();
  }, [started, list]);
  return ({ recordTypes, sort }) => {
    const store = inbox.getState();
    store.setFilter({ ...noFilter, statuses: ['belum_diperiksa'], recordTypes });
    store.setSort(sort);
    setStarted((before) => before + 1);
  };
}

/** How many there are of the chosen states; what colleagues have only counts where it is shown. */
function totalOf(inbox: InboxStore): number {
  const { filter, counts, queue } = inbox;
  const { statuses } = filter;
  const own =
    statuses.length === 0
      ? allOf(inbox)
      : statuses.reduce((sum, status) => sum + counts[status], 0);
  return Math.max(own, queue.length);
}

function allOf({ counts }: Pick<InboxStore, 'counts'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function clearAllButStatus(inbox: StoreApi<InboxStore>): void {
  const store = inbox.getState();
  store.setFilter({ ...noFilter, statuses: store.filter.statuses });
}

/** How many decisions of this PC are about somebody whom the search names; 0 without a search. */
function countFound(entries: OutboxStore['entries'], search: string): number {
  const wanted = parseSearch(search);
  if (!wanted) return 0;
  return entries.filter(({ employeeName, nip }) =>
    matches(personKey({ nama: employeeName, nip }), wanted),
  ).length;
}
