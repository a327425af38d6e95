import { createStore, type StoreApi } from 'zustand/vanilla';
import { faultShown, sentences } from '#renderer/state/sentences.ts';
import type { ConnectionState, SyncStore } from '#renderer/state/store-contracts.ts';
import { idleStatus, type SyncConnection, type SyncStatus } from '#renderer/workers/sync/client.ts';

/** The sync store and how it is told. */
export interface SyncDesk {
  readonly store: StoreApi<SyncStore>;
  show(status: SyncStatus): void;
  /** The worker failed; it is started again after so many seconds. */
  showBroken(retryInSeconds: number): void;
  reset(): void;
}

/** Builds the store of the status bar. */
export function makeSyncStore(syncNow: () => void): SyncDesk {
  const idle = shown(idleStatus);
  const store = createStore<SyncStore>()(() => ({ ...idle, syncNow }));
  return {
    store,
    show: (status) => store.setState(shown(status)),
    showBroken: (retryInSeconds) =>
      store.setState({
        connection: { kind: 'gangguan', error: sentences.pekerjaRusak, retryInSeconds },
      }),
    reset: () => store.setState(idle),
  };
}

function shown(status: SyncStatus): Omit<SyncStore, 'syncNow'> {
  const { lastContact, progress, inboxComplete } = status;
  return { connection: shownConnection(status.connection), lastContact, progress, inboxComplete };
}

function shownConnection(connection: SyncConnection): ConnectionState {
  if (connection.kind !== 'gangguan') return connection;
  const { fault, retryInSeconds } = connection;
  return { kind: 'gangguan', error: faultShown(fault), retryInSeconds };
}
