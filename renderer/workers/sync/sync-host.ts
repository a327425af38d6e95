import { ensureDeviceId } from '#renderer/data/repositories/host.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { SyncEngine } from '#renderer/workers/sync/engine.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import {
  requestSchema,
  type SignInAnswer,
  type SyncReport,
  type SyncRequest,
  type SyncSettings,
} from '#renderer/workers/sync/messages.ts';
import { forgetSession, signIn, type SignInPorts } from '#renderer/workers/sync/session/sign-in.ts';
import type { RunExclusively } from '#renderer/workers/sync/sync-ports.ts';
import {
  windowMessageSchema,
  type WindowChannel,
  type WindowMessage,
  type WindowRequest,
} from '#renderer/workers/sync/window-channel.ts';
import { fail } from '#shared/kernel/result.ts';

/** What the worker gives its host; a Node test gives the same. */
export interface HostPorts {
  /** The server; after the signal its calls are dropped, so that a silent network holds up nobody who comes next. */
  readonly makeApi: (settings: SyncSettings, leaving?: AbortSignal) => ServerApi;
  readonly host: HostDatabase;
  readonly openDatabase: (accountId: string) => AccountDatabase;
  readonly openChannel: (name: string, onMessage: (message: unknown) => void) => WindowChannel;
  readonly exclusively: RunExclusively;
  readonly isOnline: () => boolean;
  /** The PC's clock, ms epoch. */
  readonly now: () => number;
  readonly random: () => number;
  readonly post: (report: SyncReport) => void;
}

interface Running {
  readonly accountId: string;
  readonly engine: SyncEngine;
  readonly channel: WindowChannel;
  readonly stop: AbortController;
}

type QueuedRequest = Exclude<SyncRequest, { kind: 'sekarang' | 'perlu_dokumen' | 'jaringan' }>;

const pieceBytes = 256 * 1024;
const parallel = 3;

/** The worker without its thread: takes requests, runs the exchange, reports. */
export class SyncHost {
  readonly #ports: HostPorts;
  #settings: SyncSettings | null = null;
  #running: Running | null = null;
  #pageOnline = true;
  // One request after the other: a start never overtakes the sign-in before it.
  #queue: Promise<void> = Promise.resolve();

  constructor(ports: HostPorts) {
    this.#ports = ports;
  }

  /** A message of the main thread; one that does not parse is reported and dropped. */
  receive(message: unknown): void {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) return this.#reportBug(new TypeError('Unreadable request'));
    const request = parsed.data;
    if (request.kind === 'sekarang') return this.#tellExchange({ kind: 'bangun' });
    if (request.kind === 'perlu_dokumen') return this.#tellExchange(request);
    if (request.kind === 'jaringan') return this.networkChanged(request.online);
    this.#queue = this.#queue
      .then(() => this.#handle(request))
      .catch((cause: unknown) => this.#reportBug(cause));
  }

  /** The network may be back, or gone. */
  networkChanged(online: boolean): void {
    this.#pageOnline = online;
    this.#running?.engine.wake();
  }

  async #handle(request: QueuedRequest): Promise<void> {
    switch (request.kind) {
      case 'setel':
        this.#settings = request.settings;
        return;
      case 'masuk': {
        const { requestId, username, password } = request;
        const answer = await this.#signIn(username, password);
        return this.#ports.post({ kind: 'hasil_masuk', requestId, answer });
      }
      case 'keluar': {
        const { requestId, accountId } = request;
        return this.#ports.post({
          kind: 'hasil_keluar',
          requestId,
          done: await this.#signOut(accountId),
        });
      }
      case 'mulai':
        this.#stop();
        return this.#start(request.accountId);
      case 'berhenti':
        return this.#stop();
    }
  }

  async #signIn(username: string, password: string): Promise<SignInAnswer> {
    try {
      return await signIn(this.#signInPorts(), username, password);
    } catch (cause) {
      // The server agreed but this PC cannot keep the session (no space, damaged store).
      this.#reportBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  async #signOut(accountId: string): Promise<boolean> {
    try {
      const ports = this.#signInPorts();
      const accessToken = await forgetSession(ports, accountId);
      if (accessToken !== null) {
        // Best effort, and nobody waits for it: the refresh token is gone from here in any case.
        void ports.api.signOut(accessToken).catch((cause: unknown) => this.#reportBug(cause));
      }
      return true;
    } catch (cause) {
      this.#reportBug(cause);
      return false;
    }
  }

  #signInPorts(): SignInPorts {
    const { host, openDatabase, now, makeApi } = this.#ports;
    const settings = this.#set();
    return {
      host,
      openDatabase,
      now,
      api: makeApi(settings),
      deviceName: settings.deviceName,
    };
  }

  async #start(accountId: string): Promise<void> {
    const { exclusively, now, random, host, makeApi, openDatabase } = this.#ports;
    const isOnline = (): boolean => this.#pageOnline && this.#ports.isOnline();
    const settings = this.#set();
    const { holdMs, pollMs } = settings;
    const stop = new AbortController();
    const database = openDatabase(accountId);
    const deviceId = await ensureDeviceId(host);
    const api = makeApi(settings, stop.signal);
    const channel = this.#ports.openChannel(`meja-sync-${accountId}`, (message) =>
      this.#hearWindow(accountId, message),
    );
    const engine = new SyncEngine(
      { accountId, deviceId, api, database, now, random, isOnline, exclusively },
      {
        holdMs,
        pollMs,
        pieceBytes,
        parallel,
        onBug: (cause) => {
          if (!stop.signal.aborted) this.#reportBug(cause);
        },
        onStatus: (status) => {
          if (stop.signal.aborted) return;
          this.#ports.post({ kind: 'keadaan', accountId, status });
          channel.post({ kind: 'keadaan', status } satisfies WindowMessage);
        },
      },
    );
    this.#running = { accountId, engine, channel, stop };
    // If another window exchanges already, its next round tells this one how things stand.
    channel.post({ kind: 'bangun' } satisfies WindowMessage);
    const name = `meja-sync-${accountId}`;
    exclusively(name, () => engine.run(stop.signal), stop.signal)
      .catch((cause: unknown) => this.#reportBug(cause))
      .finally(() => database.close());
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
    if (!parsed.success || this.#running?.accountId !== accountId) return;
    if (parsed.data.kind !== 'keadaan') return this.#obey(parsed.data);
    this.#ports.post({ kind: 'keadaan', accountId, status: parsed.data.status });
  }

  #obey(request: WindowRequest): void {
    if (request.kind === 'bangun') this.#running?.engine.wake();
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
    this.#ports.post({ kind: 'catatan', level: 'error', event: 'sync', detail });
  }
}
