// First of all: Dexie looks for IndexedDB when it is loaded, and its live queries rest without one.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import {
  openAccountDatabase,
  openHostDatabase,
  type IndexedDbPorts,
} from '#renderer/data/schema/open-database.ts';
import { makeDesk, type RunningDesk } from '#renderer/state/desk.ts';
import type { WorkerPort } from '#renderer/workers/sync/client.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { SyncHost } from '#renderer/workers/sync/sync-host.ts';
import type { RunExclusively } from '#renderer/workers/sync/sync-ports.ts';

/** A PC of its own: its databases, its network switch, and desks (windows) opened on it. */
export interface TestPc {
  readonly indexedDb: IndexedDbPorts;
  online: boolean;
  openDesk(options?: { readonly holdMs?: number }): RunningDesk;
  networkChanged(): void;
  close(): void;
}

/** Builds a PC whose desks talk to the given server; the worker runs in the same thread over cloned messages. */
export function makeTestPc(makeApi: () => ServerApi): TestPc {
  const indexedDb: IndexedDbPorts = { indexedDB: new IDBFactory(), IDBKeyRange };
  const exclusively = makeTurns();
  const hosts: SyncHost[] = [];
  const channels = new Set<{ name: string; hear: (message: unknown) => void }>();

  function startWorker(): WorkerPort {
    const listeners: ((event: { readonly data: unknown }) => void)[] = [];
    const host = new SyncHost({
      makeApi,
      host: openHostDatabase(indexedDb),
      openDatabase: (accountId) => openAccountDatabase(accountId, indexedDb),
      openChannel: (name, hear) => {
        const mine = { name, hear };
        channels.add(mine);
        return {
          post: (message) => {
            const copy: unknown = structuredClone(message);
            for (const other of channels) {
              if (other !== mine && other.name === name) queueMicrotask(() => other.hear(copy));
            }
          },
          close: () => channels.delete(mine),
        };
      },
      exclusively,
      isOnline: () => pc.online,
      now: () => Date.now(),
      random: () => 0,
      post: (report) => {
        const data: unknown = structuredClone(report);
        queueMicrotask(() => listeners.forEach((listener) => listener({ data })));
      },
    });
    hosts.push(host);
    return {
      postMessage: (message) => {
        const copy: unknown = structuredClone(message);
        queueMicrotask(() => host.receive(copy));
      },
      addEventListener: (_type, listener) => listeners.push(listener),
    };
  }

  const pc: TestPc = {
    indexedDb,
    online: true,
    openDesk: (options) =>
      makeDesk({
        platform: {
          describe: () =>
            Promise.resolve({
              host: 'browser',
              appVersion: '0.1.0',
              serverUrl: 'http://127.0.0.1:1',
              deviceName: 'PC uji',
            }),
          keepAvailableOffline: () => Promise.resolve(),
          requestPersistentStorage: () => Promise.resolve(true),
          log: (entry) => {
            if (entry.level === 'error') console.error(entry.event, entry.detail);
            return Promise.resolve();
          },
        },
        indexedDb,
        startWorker,
        timing: { holdMs: options?.holdMs ?? 0, pollMs: 100, autosaveMs: 5, gatherMs: 1 },
      }),
    networkChanged: () => hosts.forEach((host) => host.networkChanged(pc.online)),
    close: () => hosts.forEach((host) => host.receive({ kind: 'berhenti' })),
  };
  return pc;
}

/** Turns within one process: what Web Locks does among the windows of a PC. */
export function makeTurns(): RunExclusively {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work, signal) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => (signal?.aborted ? null : work()));
    last.set(name, mine);
    return mine;
  };
}
