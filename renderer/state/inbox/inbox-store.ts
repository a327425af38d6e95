import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  followDocuments,
  followOutbox,
  followUsul,
  type TableChange,
} from '#renderer/data/live/follow-table.ts';
import { followTypedDrafts } from '#renderer/data/repositories/drafts.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { InboxIndex } from '#renderer/state/inbox/inbox-index.ts';
import { countStatuses, filterRows, noFilter, sortRows } from '#renderer/state/inbox/inbox-list.ts';
import type { InboxRow, InboxStore } from '#renderer/state/store-contracts.ts';

/** What the inbox needs beside the database. */
export interface InboxPorts {
  /** How long changes are gathered before the list is built again, in milliseconds. */
  readonly gatherMs: number;
  readonly onError: (cause: unknown) => void;
}

/** The inbox store and how to bind it to an account's database (returns how to let go). */
export interface InboxDesk {
  readonly store: StoreApi<InboxStore>;
  follow(database: AccountDatabase): () => void;
}

const nothing = { ready: false, rows: [], queue: [], counts: countStatuses([]) } as const;

/** Builds the inbox: the list lives in memory and follows the database row by row. */
export function makeInboxStore(ports: InboxPorts): InboxDesk {
  let index = new InboxIndex();
  let sorted: InboxStore['rows'] = [];
  const keyOf = (row: InboxRow): string => index.searchKey(row);

  const store = createStore<InboxStore>()((set, get) => {
    const requeue = (): void => set({ queue: filterRows(sorted, get().filter, keyOf) });
    return {
      ...nothing,
      filter: noFilter,
      sort: 'tenggat',
      setFilter: (change) => {
        set({ filter: { ...get().filter, ...change } });
        requeue();
      },
      clearFilter: () => {
        set({ filter: noFilter });
        requeue();
      },
      setSort: (sort) => {
        sorted = sortRows(get().rows, sort, keyOf);
        set({ sort });
        requeue();
      },
    };
  });

  function publish(): void {
    const rows = index.rows();
    const { filter, sort } = store.getState();
    sorted = sortRows(rows, sort, keyOf);
    const queue = filterRows(sorted, filter, keyOf);
    store.setState({ ready: true, rows, queue, counts: countStatuses(rows) });
  }

  return {
    store,
    follow: (database) => {
      index = new InboxIndex();
      const stop = followSources(database, index, ports, publish);
      return () => {
        stop();
        index = new InboxIndex();
        sorted = [];
        store.setState(nothing);
      };
    },
  };
}

// The list appears once all four sources have spoken, so that no row shows a wrong state for a moment.
function followSources(
  database: AccountDatabase,
  index: InboxIndex,
  ports: InboxPorts,
  publish: () => void,
): () => void {
  const silent = new Set(['usul', 'documents', 'outbox', 'drafts']);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (source: string): void => {
    const first = silent.delete(source) && silent.size === 0;
    if (silent.size > 0) return;
    if (first) return publish();
    timer ??= setTimeout(() => {
      timer = undefined;
      publish();
    }, ports.gatherMs);
  };
  const listen = <Row>(source: string, apply: (change: TableChange<Row>) => void) => ({
    onChange: (change: TableChange<Row>) => {
      apply(change);
      heard(source);
    },
    onError: ports.onError,
  });
  const stops = [
    followUsul(
      database,
      listen('usul', (change) => index.changeUsul(change)),
    ),
    followDocuments(
      database,
      listen('documents', (change) => index.changeDocuments(change)),
    ),
    followOutbox(
      database,
      listen('outbox', (change) => index.changeDecisions(change)),
    ),
    followTypedDrafts(
      database,
      (usulIds) => {
        index.changeDrafts(usulIds);
        heard('drafts');
      },
      ports.onError,
    ),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
