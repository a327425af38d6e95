import { nextHoldEnd } from '#renderer/data/outbox/delivery.ts';
import { measureDocuments } from '#renderer/data/documents/documents.ts';
import { askAgainAfterUpdate } from '#renderer/data/feed/ask-again.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import { refreshUsulSnapshot } from '#renderer/data/usul/usul-list.ts';
import { serverNow } from '#renderer/data/feed/server-clock.ts';
import { backoffMs, longestBackoffMs } from '#renderer/workers/sync/backoff.ts';
import { makeDiskRoom } from '#renderer/workers/sync/documents/disk-room.ts';
import { fetchDocuments } from '#renderer/workers/sync/documents/fetch-documents.ts';
import { makeProgressMeter } from '#renderer/workers/sync/documents/progress-meter.ts';
import { endIfRevoked } from '#renderer/workers/sync/handover/end-if-revoked.ts';
import { exchange } from '#renderer/workers/sync/exchange.ts';
import { idleStatus, type SyncStatus } from '#renderer/workers/sync/sync-status.ts';
import { readNotices } from '#renderer/workers/sync/read-notices.ts';
import type { Step, SyncPorts, Trouble } from '#renderer/workers/sync/sync-ports.ts';
import { makeRetryPace } from '#renderer/workers/sync/retry-pace.ts';
import { makeWaker } from '#renderer/workers/sync/waker.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** How the exchange goes about it. Durations in milliseconds. */
export interface EngineOptions {
  readonly holdMs: number;
  readonly pollMs: number;
  readonly pieceBytes: number;
  readonly parallel: number;
  readonly appVersion: string;
  /** Bytes that this application may still use on the disk; null when nobody can tell. */
  readonly freeBytes: () => Promise<number | null>;
  readonly onStatus: (status: SyncStatus) => void;
  /** A failure that is nobody's expectation: a full disk, a damaged store, a bug. */
  readonly onBug: (cause: unknown) => void;
}

// Measuring reads the whole list of documents: not after every page. Progress of bytes: not for every chunk.
const measureEveryMs = 2_000;
const reportEveryMs = 250;

/** The exchange of one account with the server; only one may run per account (see `SyncPorts.exclusively`). */
export class SyncEngine {
  readonly #ports: SyncPorts;
  readonly #options: EngineOptions;
  readonly #waker = makeWaker();
  readonly #meter;
  readonly #pace;
  readonly #room;
  readonly #wanted: string[] = [];
  #leaving: AbortSignal | null = null;
  #status: SyncStatus = idleStatus;
  // How often in a row documents could not be kept, and when (ms epoch) they are fetched again.
  #unstorable = 0;
  #fetchAgainAt = 0;
  // Until when (ms epoch) the server asked to be left alone.
  #leftAloneUntil = 0;
  #fetching: Promise<void> | null = null;
  #snapshot: Promise<void> | null = null;
  #lastMeasured = -Infinity;
  #lastReported = -Infinity;
  // Whether documents changed since the last measurement.
  #unmeasured = true;
  // Whether the server was asked if a session that ran out is the end of it.
  #askedForEnd = false;

  constructor(ports: SyncPorts, options: EngineOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#meter = makeProgressMeter(ports.now);
    this.#pace = makeRetryPace(ports.random);
    this.#room = makeDiskRoom(options.freeBytes, () => this.#report({}));
  }

  /** Exchanges until the signal. */
  async run(signal: AbortSignal): Promise<void> {
    this.#leaving = signal;
    await this.#guard(() => this.#showWhatIsHere());
    this.#refreshSnapshot();
    await this.#guard(() => this.#askAgain());
    while (!signal.aborted) {
      const delay = await this.#guard(() => this.#roundOrRest(signal));
      if (signal.aborted) break;
      if (!delay.ok && (await this.#hasEnded(delay.error))) break;
      await this.#waker.sleep(delay.ok ? delay.value : this.#showTrouble(delay.error), signal);
    }
    await Promise.all([this.#fetching, this.#snapshot]);
  }

  /** Something happened (a decision, a person): the next round begins at once, or when the server wants to be asked. */
  wake(): void {
    const left = this.#leftAloneUntil - this.#ports.now();
    // Longer than any wait: the PC's clock was set back meanwhile.
    if (left <= 0 || left > longestBackoffMs) this.#waker.wake();
  }

  /** The network is another one now: what was said over the old one no longer counts. */
  networkChanged(): void {
    this.#waker.wake();
  }

  /** A person waits for this document. */
  want(sha256: string): void {
    this.#wanted.unshift(sha256);
    // A first pull may go on for minutes: its next page need not come first.
    const connected = this.#status.connection.kind === 'tersambung';
    if (connected && this.#leaving?.aborted === false) this.#startFetching(this.#leaving);
    this.wake();
  }

  // Nothing ends the exchange but the signal: a full disk today must not keep decisions here tomorrow.
  async #guard<T>(work: () => Promise<Step<T>>): Promise<Step<T>> {
    try {
      return await work();
    } catch (cause) {
      this.#options.onBug(cause);
      return fail({ kind: 'penyimpanan' });
    }
  }

  /** Whether this account has ended on this PC; told, handed over and erased by then. */
  async #hasEnded(trouble: Trouble): Promise<boolean> {
    // A session that ran out is asked about once: its person may stay away for days.
    if (trouble.kind === 'perlu_masuk' && this.#askedForEnd) return false;
    const asked = await this.#guard(() => endIfRevoked(this.#ports, trouble));
    if (!asked.ok) return false;
    this.#askedForEnd = trouble.kind === 'perlu_masuk';
    const ending = asked.value;
    if (ending.kind === 'masih_berlaku') return false;
    const told =
      ending.kind === 'berakhir'
        ? { ...ending, unheard: false }
        : { accepted: 0, refused: 0, waiting: 0, unheard: true };
    this.#report({ connection: { ...told, kind: 'dicabut' } });
    return true;
  }

  async #showWhatIsHere(): Promise<Step<void>> {
    const lastContact = (await readMeta(this.#ports.database, 'lastContact')) ?? null;
    this.#report({ lastContact });
    await this.#measure();
    await this.#showNotices();
    return succeed(undefined);
  }

  async #askAgain(): Promise<Step<void>> {
    const { database, now } = this.#ports;
    await askAgainAfterUpdate(database, this.#options.appVersion, new Date(now()));
    return succeed(undefined);
  }

  async #showNotices(): Promise<void> {
    const notices = { ...this.#status.notices, ...(await readNotices(this.#ports.database)) };
    this.#report({ notices });
  }

  /** One exchange, or none while there is no network; how long to wait then, in milliseconds. */
  async #roundOrRest(signal: AbortSignal): Promise<Step<number>> {
    // The browser's word is not final: a server on this very PC answers without any network.
    const health = this.#ports.isOnline() ? null : await this.#ports.api.call('health', {});
    if (health?.ok === false) {
      // Whoever answers, and be it with a refusal, is there.
      if (health.error.kind !== 'tak_terjangkau') return health;
      this.#report({ connection: { kind: 'luring' } });
      return succeed(this.#options.pollMs);
    }
    const done = await this.#round(signal);
    return done.ok ? succeed(await this.#untilNextRound()) : done;
  }

  async #round(signal: AbortSignal): Promise<Step<void>> {
    const { database } = this.#ports;
    const done = await exchange(this.#ports, {
      holdMs: this.#options.holdMs,
      probe: this.#pace.failing() || this.#status.connection.kind !== 'tersambung',
      onAnswer: () => this.#noteContact(),
      onPage: async (changes) => {
        await this.#noteContact();
        this.#showConnected();
        if (changes > 0) this.#measureSoon();
        this.#startFetching(signal);
      },
    });
    if (!done.ok) return done;
    this.#pace.succeeded();
    if (this.#unmeasured) await this.#measure();
    await this.#showNotices();
    // Told after every round: the first pull of an account may bring nothing at all.
    const inboxComplete = (await readMeta(database, 'inboxComplete')) ?? false;
    const connection = this.#storageTrouble() ?? ({ kind: 'tersambung' } as const);
    this.#report({ connection, inboxComplete, rounds: this.#status.rounds + 1 });
    this.#startFetching(signal);
    this.#refreshSnapshot();
    return done;
  }

  /** The server answered. A first pull takes minutes on a slow line: nobody waits for its end to be told so. */
  async #noteContact(): Promise<void> {
    const { database, now } = this.#ports;
    // The server's own time: this PC's clock may be years off, and put right tomorrow.
    const lastContact = new Date(await serverNow(database, now())).toISOString();
    await writeMeta(database, 'lastContact', lastContact);
    this.#report({ lastContact });
  }

  /** A page came. Any other trouble is over when the round says so. */
  #showConnected(): void {
    const { kind } = this.#status.connection;
    if (kind === 'belum' || kind === 'luring') this.#report({ connection: { kind: 'tersambung' } });
  }

  // Beside the exchange: it only makes the next start quicker. A disk that took none is not tried again before that.
  #refreshSnapshot(): void {
    this.#snapshot ??= this.#writeSnapshot();
  }

  async #writeSnapshot(): Promise<void> {
    try {
      await refreshUsulSnapshot(this.#ports.database);
      this.#snapshot = null;
    } catch (cause) {
      this.#options.onBug(cause);
    }
  }

  // Documents come beside the exchange, so that a large inbox never holds a decision back. Their own troubles show in
  // the next exchange, which also starts them again.
  #startFetching(signal: AbortSignal): void {
    if (this.#storageTrouble()) return;
    this.#fetching ??= this.#fetchDue(signal)
      .catch((cause: unknown) => {
        this.#options.onBug(cause);
        // What cannot be kept is not fetched over and over: a full disk would cost the line its whole width.
        this.#unstorable += 1;
        this.#fetchAgainAt = this.#ports.now() + backoffMs(this.#unstorable, this.#ports.random());
        this.#report({ connection: this.#storageTrouble() ?? this.#status.connection });
      })
      .finally(() => {
        this.#fetching = null;
      });
  }

  /** Documents could not be kept and are not fetched for now; null when they may be. */
  #storageTrouble(): SyncStatus['connection'] | null {
    const wait = this.#fetchAgainAt - this.#ports.now();
    // Longer than any backoff: the PC's clock was set back meanwhile.
    if (this.#unstorable === 0 || wait <= 0 || wait > longestBackoffMs) return null;
    const fault = { kind: 'penyimpanan' } as const;
    return { kind: 'gangguan', fault, retryInSeconds: Math.ceil(wait / 1000) };
  }

  async #fetchDue(signal: AbortSignal): Promise<void> {
    await fetchDocuments(this.#ports, {
      parallel: this.#options.parallel,
      pieceBytes: this.#options.pieceBytes,
      wanted: this.#wanted,
      // The list comes first: until it is whole only what a person waits for shares the line with it.
      ahead: () => this.#status.inboxComplete,
      hasRoom: (size, wanted) => this.#room.hasRoom(size, wanted),
      signal,
      onBytes: (count) => {
        this.#meter.received(count);
        this.#reportProgress();
      },
      onArrived: (size) => {
        this.#meter.arrived(size);
        this.#unmeasured = true;
        this.#reportProgress();
      },
    });
    this.#unstorable = 0;
    this.#meter.paused();
    if (this.#unmeasured) await this.#measure();
  }

  #measureSoon(): void {
    this.#unmeasured = true;
    if (Math.abs(this.#ports.now() - this.#lastMeasured) < measureEveryMs) return;
    this.#measure().catch(() => {
      // Its place is the end of the round, which measures again and reports what is wrong.
      this.#unmeasured = true;
    });
  }

  async #measure(): Promise<void> {
    const { database, now } = this.#ports;
    this.#lastMeasured = now();
    this.#unmeasured = false;
    this.#meter.measured(await measureDocuments(database));
    this.#report({ inboxComplete: (await readMeta(database, 'inboxComplete')) ?? false });
  }

  /** Shows a trouble and says how long to wait, in milliseconds; null: only a wake ends the wait. */
  #showTrouble(trouble: Trouble): number | null {
    if (trouble.kind === 'perlu_masuk') {
      this.#report({ connection: { kind: 'perlu_masuk' } });
      return null;
    }
    const asked = trouble.kind === 'server' ? trouble.retryAfterSeconds : undefined;
    const delay = this.#pace.failed(trouble.kind === 'tak_terjangkau', asked);
    this.#leftAloneUntil = asked === undefined ? 0 : this.#ports.now() + delay;
    switch (trouble.kind) {
      case 'tak_terjangkau':
        this.#report({ connection: { kind: 'luring' } });
        return delay;
      case 'bukan_jawaban':
      case 'penyimpanan':
      case 'server_lain':
      case 'server': {
        const retryInSeconds = Math.ceil(delay / 1000);
        this.#report({ connection: { kind: 'gangguan', fault: trouble, retryInSeconds } });
        return delay;
      }
      default:
        return assertNever(trouble);
    }
  }

  async #untilNextRound(): Promise<number> {
    const { holdMs, pollMs } = this.#options;
    const hold = await nextHoldEnd(this.#ports.database, { now: this.#ports.now(), holdMs });
    return Math.min(pollMs, hold ?? pollMs);
  }

  #reportProgress(): void {
    if (Math.abs(this.#ports.now() - this.#lastReported) >= reportEveryMs) this.#report({});
  }

  #report(change: Partial<SyncStatus>): void {
    this.#lastReported = this.#ports.now();
    const status = { ...this.#status, progress: this.#meter.progress(), ...change };
    const { doneDocuments, totalDocuments } = status.progress;
    const diskLeftBytes = doneDocuments < totalDocuments ? this.#room.leftBytes() : null;
    this.#status = { ...status, notices: { ...status.notices, diskLeftBytes } };
    this.#options.onStatus(this.#status);
  }
}
