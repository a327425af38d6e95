import { v7 as uuidv7 } from 'uuid';
import { pruneRemovals } from '#renderer/data/repositories/removals.ts';
import { ensureDeviceId } from '#renderer/data/repositories/host.ts';
import {
  openAccountDatabase,
  openHostDatabase,
  type AccountDatabase,
  type IndexedDbPorts,
} from '#renderer/data/schema/open-database.ts';
import { makeCaseStore, type CaseDesk } from '#renderer/state/case/case-store.ts';
import { makeLoadDocument } from '#renderer/state/documents/load-document.ts';
import { makeInboxStore } from '#renderer/state/inbox/inbox-store.ts';
import { makeOutboxStore } from '#renderer/state/outbox/outbox-store.ts';
import { makeSessionStore, type Profile, type SessionDesk } from '#renderer/state/session/session-store.ts';
import type { Desk } from '#renderer/state/store-contracts.ts';
import { makeSyncStore, type SyncDesk } from '#renderer/state/sync/sync-store.ts';
import {
  makeSyncClient,
  startSyncWorker,
  type SyncClient,
  type WorkerPort,
} from '#renderer/workers/sync/client.ts';
import type { LogEntry } from '#shared/bridge/bridge-contract.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** Durations of the desk, in milliseconds. */
export interface DeskTiming {
  /** How long a decision can be corrected before it is sent. */
  readonly holdMs: number;
  /** How often the server is asked for changes while all is well. */
  readonly pollMs: number;
  readonly autosaveMs: number;
  readonly gatherMs: number;
  readonly documentPatienceMs: number;
}

/** What a desk stands on. Everything but the platform has its real value when absent; tests give their own. */
export interface DeskPorts {
  readonly platform: Platform;
  readonly startWorker?: () => WorkerPort;
  readonly indexedDb?: IndexedDbPorts;
  readonly now?: () => Date;
  readonly timing?: Partial<DeskTiming>;
}

const defaultTiming: DeskTiming = {
  holdMs: 10_000,
  pollMs: 30_000,
  autosaveMs: 400,
  gatherMs: 60,
  documentPatienceMs: 30_000,
};

/** A running desk: what the views are given, and how it is put to rest. */
export interface RunningDesk extends Desk {
  /** Resolves when everything typed so far is on the disk; call it before the window goes. */
  flush(): Promise<void>;
}

/** Puts the desk together and gives it back to whoever sat here last. The session says `memuat` until that is known. */
export function makeDesk(ports: DeskPorts): RunningDesk {
  const { platform, now = () => new Date() } = ports;
  const timing = { ...defaultTiming, ...ports.timing };
  const host = openHostDatabase(ports.indexedDb);
  const log = (entry: LogEntry): void => void platform.log(entry);
  const onError = (cause: unknown): void =>
    log({ level: 'error', event: 'desk', detail: describeError(cause) });

  const description = once(() => platform.describe());
  let database: AccountDatabase | null = null;
  let stopFollowing: readonly (() => void)[] = [];

  const client = once(async () => {
    const { serverUrl, appVersion, deviceName } = await description();
    const { holdMs, pollMs } = timing;
    const settings = { serverUrl, appVersion, deviceName, holdMs, pollMs };
    const worker = (ports.startWorker ?? startSyncWorker)();
    const sync = makeSyncClient(worker, settings, ({ level, event, detail }) =>
      log({ level, event, detail }),
    );
    sync.onStatus((status) => {
      syncDesk.show(status);
      sessionDesk.setNeedsSignIn(status.connection.kind === 'perlu_masuk');
    });
    return sync;
  });
  const tell = (action: (sync: SyncClient) => void): void => {
    client().then(action).catch(onError);
  };
  const syncNow = (): void => tell((sync) => sync.syncNow());

  const syncDesk: SyncDesk = makeSyncStore(syncNow);
  const inbox = makeInboxStore({ gatherMs: timing.gatherMs, onError });
  const outbox = makeOutboxStore({ now, onError });
  const caseDesk: CaseDesk = makeCaseStore({
    now,
    newId: () => uuidv7(),
    deviceId: once(() => ensureDeviceId(host)),
    appVersion: async () => (await description()).appVersion,
    queue: () => inbox.store.getState().queue,
    onDecided: syncNow,
    onError,
    holdMs: timing.holdMs,
    autosaveMs: timing.autosaveMs,
  });

  const sessionDesk: SessionDesk = makeSessionStore({
    host,
    sync: client,
    openDatabase: (accountId) => openAccountDatabase(accountId, ports.indexedDb),
    onSeated: async (profile: Profile, opened) => {
      database = opened;
      await pruneRemovals(opened);
      stopFollowing = [inbox.follow(opened), outbox.follow(opened)];
      caseDesk.seat({ account: profile.account, database: opened });
      tell((sync) => sync.start(profile.account.id));
    },
    onLeft: async () => {
      await caseDesk.flush();
      tell((sync) => sync.stop());
      caseDesk.seat(null);
      for (const stop of stopFollowing) stop();
      stopFollowing = [];
      database = null;
      syncDesk.reset();
    },
    onSignedInAgain: syncNow,
  });

  sessionDesk.restore().catch(onError);
  return {
    session: sessionDesk.store,
    inbox: inbox.store,
    currentCase: caseDesk.store,
    outbox: outbox.store,
    sync: syncDesk.store,
    loadDocument: makeLoadDocument({
      database: () => database,
      wantDocument: (sha256) => tell((sync) => sync.wantDocument(sha256)),
      patienceMs: () =>
        syncDesk.store.getState().connection.kind === 'tersambung' ? timing.documentPatienceMs : 0,
    }),
    flush: () => caseDesk.flush(),
  };
}

// A failed attempt is not kept: the next call tries again.
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((cause: unknown) => {
      made = undefined;
      throw cause;
    });
    return made;
  };
}

// Name and place of a failure, never its message: that may quote what a person typed.
function describeError(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const place = cause.stack?.split('\n').slice(1, 6).join(' ') ?? '';
  return `${cause.name} ${place}`.slice(0, 2000);
}
