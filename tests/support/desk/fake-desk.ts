// First of all: Dexie looks for IndexedDB when it is loaded, and its live queries rest without one.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { makeDeviceSigner, type DeviceSigner } from '#renderer/data/keyring/device-signer.ts';
import { readWaiting } from '#renderer/data/outbox/read-waiting.ts';
import {
  openAccountDatabase,
  openHostDatabase,
  type IndexedDbPorts,
} from '#renderer/data/schema/open-database.ts';
import { lockedVault, type Vault } from '#renderer/data/sealing/vault.ts';
import { makeDesk, type RunningDesk } from '#renderer/core/desk.ts';
import type { EvidenceSources } from '#renderer/core/evidence/evidence-sources.ts';
import type { Peer } from '#renderer/workers/sync/client.ts';
import type { Port } from '#shared/channel/port.ts';
import { makeServerTrust, type TrustServer } from '#renderer/workers/sync/http/server-trust.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { SyncHost } from '#renderer/workers/sync/sync-host.ts';
import type { RunExclusively } from '#renderer/workers/sync/sync-ports.ts';
import { makeChannels } from '#tests/support/desk/window-channels.ts';
import { takeTurns } from '#tests/support/journal/power.ts';
import { makeJournalDisk, type JournalDisk } from '#tests/support/journal/memory-journal.ts';

/** A PC of its own: its databases, its network switch, and desks (windows) opened on it. */
export interface TestPc {
  readonly indexedDb: IndexedDbPorts;
  /** What the last account that sat down on this PC has everything sealed with. */
  readonly vault: Vault;
  /** The PC's clock, of its windows and their workers; unless a test sets it, the real one and `clockAheadMs`. */
  now: () => Date;
  /** Where the journals of its accounts lie. */
  readonly disk: JournalDisk;
  online: boolean;
  /** By how much the PC's clock is ahead of the true time, in milliseconds. */
  clockAheadMs: number;
  /** Bytes that the disk has left for the application; null: nobody knows. */
  freeBytes: number | null;
  /** The version of the application that its windows run. */
  appVersion: string;
  /** The worker's script cannot be loaded: no network at the first start, a file that is gone. */
  workerMissing: boolean;
  /** Starts a sync worker, as a window does. */
  readonly startWorker: () => Peer;
  /** How many workers were started. */
  readonly workersStarted: () => number;
  /** Every running worker fails, as after an error that nothing caught. */
  breakWorkers(): void;
  openDesk(options?: {
    readonly holdMs?: number;
    readonly autosaveMs?: number;
    readonly now?: () => Date;
    /** Who reads documents; absent: nobody. */
    readonly evidence?: EvidenceSources;
  }): RunningDesk;
  networkChanged(): void;
  /** A person turns to every window. */
  attend(): void;
  /** Every window is closed: nothing is exchanged any more, and the next window finds nobody who has a key. */
  close(): void;
}

const pcs = new Set<TestPc>();

/** How many PCs were made since `closePcs`. */
export function countPcs(): number {
  return pcs.size;
}

/** Closes every PC that was made since the last time. */
export function closePcs(): void {
  for (const pc of pcs) pc.close();
  pcs.clear();
}

/** Builds a PC whose desks talk to the given server; the worker runs in the same thread over cloned messages. */
export function makeTestPc(
  makeApi: (
    leaving: AbortSignal | undefined,
    signer: DeviceSigner,
    trust: TrustServer,
  ) => ServerApi,
): TestPc {
  const indexedDb: IndexedDbPorts = { indexedDB: new IDBFactory(), IDBKeyRange };
  const exclusively = makeTurns();
  const disk = makeJournalDisk();
  const journalTurns = takeTurns();
  let started = 0;
  const hosts: SyncHost[] = [];
  const attended: (() => void)[] = [];
  const workerFailures: (() => void)[] = [];
  const openChannel = makeChannels();
  let openKeyChannel = makeChannels();
  let vault = lockedVault;

  function startWorker(): Peer {
    if (pc.workerMissing) return makeMissingWorker();
    const { page, worker } = makeThread();
    const failures: (() => void)[] = [];
    const hostDatabase = openHostDatabase(indexedDb);
    const signer = makeDeviceSigner(hostDatabase);
    const trust = makeServerTrust(hostDatabase);
    const host = new SyncHost({
      makeApi: (_settings, leaving) => makeApi(leaving, signer, trust),
      host: hostDatabase,
      openDatabase: (accountId, given) => {
        if (given !== lockedVault) vault = given;
        return openAccountDatabase(accountId, given, indexedDb);
      },
      readWaiting: (accountId, given) => readWaiting(accountId, given, indexedDb),
      openChannel,
      exclusively,
      isOnline: () => pc.online,
      freeBytes: () => Promise.resolve(pc.freeBytes),
      now: () => pc.now().getTime(),
      random: () => 0,
      page: worker,
    });
    hosts.push(host);
    workerFailures.push(() => failures.forEach((failed) => failed()));
    return {
      postMessage: (message, transfer) => page.postMessage(message, transfer),
      addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
        if (type === 'message') page.addEventListener('message', listener);
        else failures.push(() => listener({ data: null }));
      },
      // As in a browser: nothing is heard of it any more. What it does on its own ends like a stopped exchange.
      terminate: () => {
        page.close();
        void host.stop();
      },
    };
  }

  const pc: TestPc = {
    indexedDb,
    get vault() {
      return vault;
    },
    now: () => new Date(Date.now() + pc.clockAheadMs),
    disk,
    online: true,
    clockAheadMs: 0,
    freeBytes: null,
    appVersion: '0.1.0',
    workerMissing: false,
    startWorker: () => {
      started += 1;
      return startWorker();
    },
    workersStarted: () => started,
    breakWorkers: () => workerFailures.splice(0).forEach((fail) => fail()),
    openDesk: (options) =>
      makeDesk({
        platform: {
          describe: () =>
            Promise.resolve({
              host: 'browser',
              appVersion: pc.appVersion,
              serverUrl: 'http://127.0.0.1:1',
              deviceName: 'PC uji',
            }),
          keepAvailableOffline: () => Promise.resolve(),
          requestPersistentStorage: () => Promise.resolve(true),
          protect: () => Promise.resolve(null),
          unprotect: () => Promise.resolve({ kind: 'hilang' }),
          journal: disk.journal,
          log: (entry) => {
            if (entry.level === 'error') console.error(entry.event, entry.detail);
            return Promise.resolve();
          },
        },
        indexedDb,
        openKeyChannel,
        passwordRounds: 1_000,
        journalTurns,
        startWorker: pc.startWorker,
        followNetwork: () => {},
        followAttention: (tell) => attended.push(tell),
        now: options?.now ?? (() => pc.now()),
        ...(options?.evidence && { evidence: options.evidence }),
        timing: {
          holdMs: options?.holdMs ?? 0,
          pollMs: 100,
          autosaveMs: options?.autosaveMs ?? 5,
          gatherMs: 1,
          keyPatienceMs: 20,
        },
      }),
    attend: () => attended.forEach((tell) => tell()),
    networkChanged: () => hosts.forEach((host) => host.networkChanged(pc.online)),
    close: () => {
      hosts.forEach((host) => void host.stop());
      openKeyChannel = makeChannels();
    },
  };
  pcs.add(pc);
  return pc;
}

/** What `postMessage` does between a page and its worker: what is told arrives as a copy, a little later. */
function makeThread() {
  const [page, worker] = [makeEnd(), makeEnd()];
  return {
    page: { ...page.port((data) => worker.hear(data)), close: page.close },
    worker: worker.port((data) => page.hear(data)),
  };
}

function makeEnd() {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  return {
    hear: (data: unknown) => listeners.forEach((listener) => listener({ data })),
    close: () => void listeners.splice(0),
    port: (tell: (data: unknown) => void): Port => ({
      postMessage: (message) => {
        const copy: unknown = structuredClone(message);
        queueMicrotask(() => tell(copy));
      },
      addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
        if (type === 'message') listeners.push(listener);
      },
    }),
  };
}

/** What a browser gives for a script that cannot be loaded: a worker that never answers, then an error. */
function makeMissingWorker(): Peer {
  return {
    postMessage: () => {},
    addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
      if (type === 'error') setTimeout(() => listener({ data: null }), 5);
    },
    terminate: () => {},
  };
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
