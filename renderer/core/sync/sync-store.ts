import { createStore, type StoreApi } from 'zustand/vanilla';
import { agreeToRemovals } from '#renderer/data/feed/held-removals.ts';
import { forgetMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { faultShown, sharedSentences } from '#renderer/core/shared-sentences.ts';
import { syncSentences } from '#renderer/core/sync/sync-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { ConnectionState, SyncStore } from '#renderer/core/sync/sync-contract.ts';
import { idleStatus, type SyncConnection, type SyncStatus } from '#renderer/workers/sync/client.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** The sync store and how it is told. */
export interface SyncDesk {
  readonly store: StoreApi<SyncStore>;
  show(status: SyncStatus): void;
  /** The worker failed; it is started again after so many seconds. */
  showBroken(retryInSeconds: number): void;
  reset(): void;
}

/** What the store acts through. */
export interface SyncStorePorts {
  readonly syncNow: () => void;
  readonly database: () => AccountDatabase | null;
  readonly onError: (cause: unknown) => void;
}

/** Builds the store of the status bar. */
export function makeSyncStore(ports: SyncStorePorts): SyncDesk {
  const idle = shown(idleStatus);
  const { syncNow } = ports;
  const store = createStore<SyncStore>()((set, get) => ({
    ...idle,
    syncNow,
    agreeToRemovals: async (count) => {
      const agreed = await agree(ports, count);
      const { notices } = get();
      // Before the exchange tells of it: who agreed is not asked again meanwhile.
      if (agreed.ok && notices.heldRemovals?.gone === count) {
        const heldRemovals = { ...notices.heldRemovals, agreed: true };
        set({ notices: { ...notices, heldRemovals } });
      }
      return agreed;
    },
    seeDeliveredAgain: async () => {
      const { notices } = get();
      set({ notices: { ...notices, deliveredAgain: 0 } });
      await seeDeliveredAgain(ports);
    },
  }));
  return {
    store,
    show: (status) => store.setState(shown(status)),
    showBroken: (retryInSeconds) =>
      store.setState({
        connection: { kind: 'gangguan', error: sharedSentences.workerFailed, retryInSeconds },
      }),
    reset: () => store.setState(idle),
  };
}

async function agree(ports: SyncStorePorts, count: number): Promise<Result<void, ShownError>> {
  const database = ports.database();
  if (!database) return fail(sharedSentences.notSignedIn);
  try {
    await agreeToRemovals(database, count);
  } catch (cause) {
    ports.onError(cause);
    return fail(syncSentences.agreementNotKept);
  }
  ports.syncNow();
  return succeed(undefined);
}

async function seeDeliveredAgain({ database, onError }: SyncStorePorts): Promise<void> {
  try {
    const open = database();
    if (open) await forgetMeta(open, 'deliveredAgain');
  } catch (cause) {
    // It is said again with the next exchange.
    onError(cause);
  }
}

function shown(
  status: SyncStatus,
): Omit<SyncStore, 'syncNow' | 'agreeToRemovals' | 'seeDeliveredAgain'> {
  const { connection, ...rest } = status;
  return { connection: shownConnection(connection), ...rest };
}

function shownConnection(connection: SyncConnection): ConnectionState {
  if (connection.kind === 'dicabut') return { kind: 'dicabut' };
  if (connection.kind !== 'gangguan') return connection;
  const { fault, retryInSeconds } = connection;
  return { kind: 'gangguan', error: faultShown(fault), retryInSeconds };
}
