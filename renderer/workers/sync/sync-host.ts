import { countUndelivered } from '#renderer/data/outbox/outbox.ts';
import type { WaitingCommands } from '#renderer/data/outbox/read-waiting.ts';
import { ensureDeviceId } from '#renderer/data/keyring/host.ts';
import { noteContact } from '#renderer/data/keyring/keyring.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { lockedVault, makeVault, type Vault } from '#renderer/data/sealing/vault.ts';
import { SyncEngine } from '#renderer/workers/sync/engine.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import {
  requestSchema,
  type PassOnAnswer,
  type SendWaitingAnswer,
  type SignInAnswer,
  type SyncReport,
  type SyncRequest,
  type SyncSettings,
} from '#renderer/workers/sync/messages.ts';
import { sendWaiting } from '#renderer/workers/sync/session/send-waiting.ts';
import { askForSession, forgetSession, takeSeat } from '#renderer/workers/sync/session/sign-in.ts';
import type { RunExclusively } from '#renderer/workers/sync/sync-ports.ts';
import {
  windowMessageSchema,
  type WindowChannel,
  type WindowMessage,
  type WindowRequest,
} from '#renderer/workers/sync/window-channel.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What the worker gives its host; a Node test gives the same. */
export interface HostPorts {
  /** The server; after the signal its calls are dropped, so that a silent network holds up nobody who comes next. */
  readonly makeApi: (settings: SyncSettings, leaving?: AbortSignal) => ServerApi;
  readonly host: HostDatabase;
  readonly openDatabase: (accountId: string, vault: Vault) => AccountDatabase;
  /** Decisions that wait in a database that stays closed. */
  readonly readWaiting: (accountId: string, vault: Vault) => Promise<WaitingCommands>;
  readonly openChannel: (name: string, onMessage: (message: unknown) => void) => WindowChannel;
  readonly exclusively: RunExclusively;
  readonly isOnline: () => boolean;
  /** Bytes that this application may still use on the disk; null when nobody can tell. */
  readonly freeBytes: () => Promise<number | null>;
  /** The PC's clock, ms epoch. */
  readonly now: () => number;
  readonly random: () => number;
  readonly post: (report: SyncReport) => void;
}

interface Running {
  readonly accountId: string;
  readonly database: AccountDatabase;
  readonly engine: SyncEngine;
  readonly channel: WindowChannel;
  readonly stop: AbortController;
}

type QueuedRequest = Exclude<SyncRequest, { kind: 'sekarang' | 'perlu_dokumen' | 'jaringan' }>;

/** A session that the server gave and that waits for the key it is kept with. */
interface Waiting {
  readonly signInId: number;
  readonly session: Session;
}

// The clock of the last contact is looked at in days.
const noteContactEveryMs = 60_000;

type PassOnRequest = Extract<SyncRequest, { kind: 'serahkan' }>;
type SignInRequest = Extract<SyncRequest, { kind: 'masuk' }>;
type SendWaitingRequest = Extract<SyncRequest, { kind: 'kirim_saja' }>;
type KeepRequest = Extract<SyncRequest, { kind: 'simpan_sesi' }>;

const pieceBytes = 256 * 1024;
const parallel = 3;

/** The worker without its thread: takes requests, runs the exchange, reports. */
export class SyncHost {
  readonly #ports: HostPorts;
  #settings: SyncSettings | null = null;
  #running: Running | null = null;
  #waiting: Waiting | null = null;
  // The desk is locked: the key that the exchange holds goes as soon as nothing waits to be sent.
  #locked = false;
  #contactNoted = -Infinity;
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
        const { requestId } = request;
        const answer = await this.#signIn(request);
        return this.#ports.post({ kind: 'hasil_masuk', requestId, answer });
      }
      case 'kirim_saja': {
        const { requestId } = request;
        const answer = await this.#sendWaiting(request);
        return this.#ports.post({ kind: 'hasil_kirim_saja', requestId, answer });
      }
      case 'simpan_sesi':
        return this.#answer('hasil_simpan', request.requestId, () => this.#keepSession(request));
      case 'keluar':
        return this.#answer('hasil_keluar', request.requestId, () =>
          this.#signOut(request.accountId),
        );
      case 'tanya':
        // Not waited for: a silent network must not hold up what is asked next.
        void this.#answer('hasil_tanya', request.requestId, async () => {
          return (await this.#ports.makeApi(this.#set()).health()).ok;
        });
        return;
      case 'serahkan':
        // Not waited for: a large file on a slow line holds up nobody.
        void this.#passOn(request);
        return;
      case 'mulai':
        this.#stop();
        return this.#start(request.accountId, makeVault(request.key));
      case 'kunci':
        this.#locked = true;
        return this.#dropKeyIfDone();
      case 'berhenti':
        return this.#stop();
    }
  }

  async #answer(
    kind: 'hasil_simpan' | 'hasil_keluar' | 'hasil_tanya',
    requestId: number,
    work: () => Promise<boolean>,
  ): Promise<void> {
    const done = await work().catch((cause: unknown) => {
      this.#reportBug(cause);
      return false;
    });
    this.#ports.post({ kind, requestId, done });
  }

  async #signIn(request: SignInRequest): Promise<SignInAnswer> {
    const { host, makeApi } = this.#ports;
    const settings = this.#set();
    const ports = { api: makeApi(settings), deviceName: settings.deviceName };
    try {
      const deviceId = request.deviceId ?? (await ensureDeviceId(host));
      const answer = await askForSession(ports, deviceId, request);
      if (!answer.ok) return answer;
      this.#waiting = { signInId: request.requestId, session: answer.value };
      const { account, policy, deviceSecret } = answer.value;
      return succeed({ account, policy, deviceSecret });
    } catch (cause) {
      // This PC cannot even tell its own id (damaged store).
      this.#reportBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  async #sendWaiting({ signInId, key }: SendWaitingRequest): Promise<SendWaitingAnswer> {
    const session = this.#takeSession(signInId);
    try {
      if (!session) return fail({ kind: 'penyimpanan' });
      const waiting = await this.#ports.readWaiting(session.account.id, makeVault(key));
      return await sendWaiting(this.#ports.makeApi(this.#set()), session, waiting);
    } catch (cause) {
      this.#reportBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  /** The session that this sign-in got, once; undefined when another one came after it. */
  #takeSession(signInId: number): Session | undefined {
    const waiting = this.#waiting;
    if (waiting?.signInId !== signInId) return undefined;
    this.#waiting = null;
    return waiting.session;
  }

  async #keepSession({ signInId, key }: KeepRequest): Promise<boolean> {
    const session = this.#takeSession(signInId);
    if (!session) return false;
    const { host, openDatabase, now } = this.#ports;
    const database = openDatabase(session.account.id, makeVault(key));
    try {
      await takeSeat(host, database, session, now());
      return true;
    } finally {
      database.close();
    }
  }

  async #passOn({ requestId, accountId, file }: PassOnRequest): Promise<void> {
    const running = this.#running;
    let answer: PassOnAnswer = fail({ kind: 'perlu_masuk' });
    try {
      if (running?.accountId === accountId) answer = await running.engine.passOn(file);
    } catch (cause) {
      this.#reportBug(cause);
      answer = fail({ kind: 'penyimpanan' });
    }
    this.#ports.post({ kind: 'hasil_serahkan', requestId, answer });
  }

  async #signOut(accountId: string): Promise<boolean> {
    const { openDatabase, makeApi, now } = this.#ports;
    const running = this.#running?.accountId === accountId ? this.#running : null;
    // The exchange must not renew tokens that are being forgotten.
    this.#stop();
    const database = openDatabase(accountId, running?.database.vault ?? lockedVault);
    try {
      const accessToken = await forgetSession(database, accountId, now());
      if (accessToken !== null) {
        const api = makeApi(this.#set());
        // Best effort, and nobody waits for it: the refresh token is gone from here in any case.
        void api.signOut(accessToken).catch((cause: unknown) => this.#reportBug(cause));
      }
      return true;
    } finally {
      database.close();
    }
  }

  async #start(accountId: string, vault: Vault): Promise<void> {
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
    const engine = new SyncEngine(
      { accountId, deviceId, api, database, now, random, isOnline, exclusively },
      {
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
          this.#ports.post({ kind: 'keadaan', accountId, status });
          channel.post({ kind: 'keadaan', status } satisfies WindowMessage);
          if (status.connection.kind === 'tersambung') this.#noteContact(accountId, database);
          if (this.#locked) this.#dropKeyIfDone().catch((cause: unknown) => this.#reportBug(cause));
        },
      },
    );
    this.#locked = false;
    this.#running = { accountId, database, engine, channel, stop };
    // If another window exchanges already, its next round tells this one how things stand.
    channel.post({ kind: 'bangun' } satisfies WindowMessage);
    const name = `meja-sync-${accountId}`;
    exclusively(name, () => engine.run(stop.signal), stop.signal)
      .catch((cause: unknown) => this.#reportBug(cause))
      .finally(() => database.close());
  }

  /** Ends the exchange of a locked desk, and with it the last use of the key, once nothing waits to be sent. */
  async #dropKeyIfDone(): Promise<void> {
    const running = this.#running;
    if (!running || (await countUndelivered(running.database)) > 0) return;
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
    if (!parsed.success || this.#running?.accountId !== accountId) return;
    if (parsed.data.kind !== 'keadaan') return this.#obey(parsed.data);
    this.#ports.post({ kind: 'keadaan', accountId, status: parsed.data.status });
    // This window only waits for its turn: another one may just have sent the last decision.
    if (this.#locked) this.#dropKeyIfDone().catch((cause: unknown) => this.#reportBug(cause));
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
