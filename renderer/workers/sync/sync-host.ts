import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import { agreeToServer } from '#renderer/data/keyring/known-server.ts';
import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import { noteContact } from '#renderer/data/keyring/keyring.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { lockedVault, makeVault, type Vault } from '#renderer/data/sealing/vault.ts';
import { SyncEngine } from '#renderer/workers/sync/sync-engine.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { queryServer } from '#renderer/workers/sync/query/query-server.ts';
import { forgetSession } from '#renderer/workers/sync/session/session-steps.ts';
import { SignIns, type SignInPorts } from '#renderer/workers/sync/session/sign-ins.ts';
import { syncChannel, type SyncSettings } from '#renderer/workers/sync/sync-channel.ts';
import type { RunExclusively, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import {
  windowMessageSchema,
  type WindowChannel,
  type WindowMessage,
  type WindowRequest,
} from '#renderer/workers/sync/window-channel.ts';
import type { InputOf, OutputOf } from '#shared/channel/channel.ts';
import type { Port } from '#shared/channel/port.ts';
import { makeEmit, serve, type Emit, type Handlers } from '#shared/channel/server.ts';
import { fail } from '#shared/kernel/result.ts';

/** What the worker gives its host; a Node test gives the same. */
export interface HostPorts extends Omit<SignInPorts, 'onBug'> {
  /** The page that started the worker. */
  readonly page: Port;
  /** The server; after the signal its calls are dropped, so that a silent network holds up nobody who comes next. */
  readonly makeApi: (settings: SyncSettings, leaving?: AbortSignal) => ServerApi;
  readonly openChannel: (name: string, onMessage: (message: unknown) => void) => WindowChannel;
  readonly exclusively: RunExclusively;
  readonly isOnline: () => boolean;
  /** Bytes that this application may still use on the disk; null when nobody can tell. */
  readonly freeBytes: () => Promise<number | null>;
  readonly random: () => number;
}

interface Running {
  readonly ports: SyncPorts;
  readonly engine: SyncEngine;
  readonly channel: WindowChannel;
  readonly stop: AbortController;
}

type SyncChannel = typeof syncChannel;

// The clock of the last contact is looked at in days.
const noteContactEveryMs = 60_000;

const pieceBytes = 256 * 1024;
const parallel = 3;

/** The worker without its thread: takes requests, runs the exchange, reports. */
export class SyncHost {
  readonly #ports: HostPorts;
  readonly #emit: Emit<SyncChannel>;
  readonly #signIns: SignIns;
  #settings: SyncSettings | null = null;
  #running: Running | null = null;
  // The desk is locked: the key that the exchange holds goes as soon as nothing waits to be sent.
  #locked = false;
  #contactNoted = -Infinity;
  #pageOnline = true;
  // One request after the other: a start never overtakes the sign-in before it.
  #queue: Promise<unknown> = Promise.resolve();

  constructor(ports: HostPorts) {
    this.#ports = ports;
    this.#emit = makeEmit<SyncChannel>(ports.page);
    const onBug = (cause: unknown): void => this.#reportBug(cause);
    this.#signIns = new SignIns({ ...ports, onBug });
    serve(ports.page, syncChannel, this.#handlers(), onBug);
  }

  /** The network may be back, or gone. */
  networkChanged(online: boolean): void {
    this.#pageOnline = online;
    this.#running?.engine.networkChanged();
  }

  /** Ends the exchange of this window, after what was asked before. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  #handlers(): Handlers<SyncChannel> {
    return {
      configure: (settings) =>
        this.#inTurn(() => {
          this.#settings = settings;
        }),
      signIn: (input) => this.#inTurn(() => this.#signIns.signIn(this.#set(), input)),
      activate: async (body, { signal }) => {
        await this.#queue;
        return this.#ports.makeApi(this.#set()).call('activate', { body }, { signal });
      },
      offerFactor: (input) => this.#inTurn(() => this.#signIns.offerFactor(this.#set(), input)),
      keepSession: (input) => this.#inTurn(() => this.#signIns.keep(input)),
      declineSession: (input) => this.#inTurn(() => this.#signIns.decline(this.#set(), input)),
      sendWaiting: (input) => this.#inTurn(() => this.#signIns.sendWaiting(this.#set(), input)),
      agreeToServer: async ({ key }) => {
        const agreed = await agreeToServer(this.#ports.host, key);
        if (agreed) this.#tellExchange({ kind: 'wake' });
        return agreed;
      },
      signOut: ({ accountId }) => this.#inTurn(() => this.#signOut(accountId)),
      start: ({ accountId, key }) => this.#inTurn(() => this.#start(accountId, makeVault(key))),
      lock: () =>
        this.#inTurn(() => {
          this.#locked = true;
          return this.#dropKeyIfDone();
        }),
      stop: () => this.stop(),
      // These two begin in their turn, and nobody waits for their end: a silent network or a large file holds up nobody.
      reachServer: async (_input, { signal }) => {
        await this.#queue;
        return (await this.#ports.makeApi(this.#set()).call('health', {}, { signal })).ok;
      },
      query: async (input, { signal }) => {
        await this.#queue;
        return this.#query(input, signal);
      },
      wake: () => this.#tellExchange({ kind: 'wake' }),
      network: ({ online }) => this.networkChanged(online),
      wantDocument: ({ sha256 }) => this.#tellExchange({ kind: 'want', sha256 }),
    };
  }

  #inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    // Whoever asked is told of a failure; the next one has its turn in any case.
    this.#queue = done.catch(() => {});
    return done;
  }

  async #query(
    { accountId, route, input }: InputOf<SyncChannel, 'query'>,
    signal: AbortSignal,
  ): Promise<OutputOf<SyncChannel, 'query'>> {
    const running = this.#running;
    if (running?.ports.accountId !== accountId) return fail({ kind: 'perlu_masuk' });
    try {
      return await queryServer(running.ports, route, input, signal);
    } catch (cause) {
      // The account left meanwhile, and its database with it.
      if (running.stop.signal.aborted) return fail({ kind: 'perlu_masuk' });
      this.#reportBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  async #signOut(accountId: string): Promise<boolean> {
    const { openDatabase, makeApi, now } = this.#ports;
    const running = this.#running?.ports.accountId === accountId ? this.#running : null;
    // The exchange must not renew tokens that are being forgotten.
    this.#stop();
    const database = openDatabase(accountId, running?.ports.database.vault ?? lockedVault);
    try {
      const accessToken = await forgetSession(database, accountId, now());
      if (accessToken !== null) {
        const api = makeApi(this.#set());
        // Best effort, and nobody waits for it: the refresh token is gone from here in any case.
        void api
          .call('signOut', {}, { accessToken })
          .catch((cause: unknown) => this.#reportBug(cause));
      }
      return true;
    } finally {
      database.close();
    }
  }

  async #start(accountId: string, vault: Vault): Promise<void> {
    this.#stop();
    const { exclusively, now, random, host, makeApi, openDatabase } = this.#ports;
    const isOnline = (): boolean => this.#pageOnline && this.#ports.isOnline();
    const settings = this.#set();
    const { holdMs, pollMs, appVersion } = settings;
    const stop = new AbortController();
    const database = openDatabase(accountId, vault);
    const deviceId = await ensureDeviceId(host);
    const api = makeApi(settings, stop.signal);
    const channel = this.#ports.openChannel(`meja-sync-${accountId}`, (message) =>
      this.#hearWindow(accountId, message),
    );
    const ports = { accountId, deviceId, api, database, now, random, isOnline, exclusively };
    const engine = new SyncEngine(ports, {
      holdMs,
      pollMs,
      pieceBytes,
      parallel,
      appVersion,
      freeBytes: this.#ports.freeBytes,
      onBug: (cause) => {
        if (!stop.signal.aborted) this.#reportBug(cause);
      },
      onStatus: (status) => {
        if (stop.signal.aborted) return;
        this.#emit('status', { accountId, status });
        channel.post({ kind: 'status', status } satisfies WindowMessage);
        if (status.connection.kind === 'tersambung') this.#noteContact(accountId, database);
        if (this.#locked) this.#dropKeyIfDone().catch((cause: unknown) => this.#reportBug(cause));
      },
    });
    this.#locked = false;
    this.#running = { ports, engine, channel, stop };
    // If another window exchanges already, its next round tells this one how things stand.
    channel.post({ kind: 'wake' } satisfies WindowMessage);
    const name = `meja-sync-${accountId}`;
    exclusively(name, () => engine.run(stop.signal), stop.signal)
      .catch((cause: unknown) => this.#reportBug(cause))
      .finally(() => database.close());
  }

  /** Ends the exchange of a locked desk, and with it the last use of the key, once nothing waits to be sent. */
  async #dropKeyIfDone(): Promise<void> {
    const running = this.#running;
    if (!running || (await countUndelivered(running.ports.database)) > 0) return;
    if (this.#locked && this.#running === running) this.#stop();
  }

  #noteContact(accountId: string, database: AccountDatabase): void {
    const now = this.#ports.now();
    if (Math.abs(now - this.#contactNoted) < noteContactEveryMs) return;
    this.#contactNoted = now;
    const note = async (): Promise<void> => {
      const profile = await readSealedMeta(database, 'profile');
      await noteContact(this.#ports.host, accountId, now, profile?.policy);
    };
    note().catch((cause: unknown) => this.#reportBug(cause));
  }

  #stop(): void {
    this.#running?.stop.abort();
    this.#running?.channel.close();
    this.#running = null;
  }

  // The exchange may run here or in another window: both are told, the one that does not exchange ignores it.
  #tellExchange(request: WindowRequest): void {
    this.#running?.channel.post(request);
    this.#obey(request);
  }

  #hearWindow(accountId: string, message: unknown): void {
    const parsed = windowMessageSchema.safeParse(message);
    if (!parsed.success || this.#running?.ports.accountId !== accountId) return;
    if (parsed.data.kind !== 'status') return this.#obey(parsed.data);
    this.#emit('status', { accountId, status: parsed.data.status });
    // This window only waits for its turn: another one may just have sent the last decision.
    if (this.#locked) this.#dropKeyIfDone().catch((cause: unknown) => this.#reportBug(cause));
  }

  #obey(request: WindowRequest): void {
    if (request.kind === 'wake') this.#running?.engine.wake();
    else this.#running?.engine.want(request.sha256);
  }

  #set(): SyncSettings {
    if (!this.#settings) throw new Error('The worker was not set up.');
    return this.#settings;
  }

  // The kind and place of a failure only: its message may quote data.
  #reportBug(cause: unknown): void {
    const place =
      cause instanceof Error ? (cause.stack?.split('\n').slice(1, 4).join(' ') ?? '') : '';
    const name = cause instanceof Error ? cause.name : typeof cause;
    const detail = `${name} ${place}`.slice(0, 2000);
    this.#emit('log', { level: 'error', event: 'sync', detail });
  }
}
