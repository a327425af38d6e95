import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { backoffMs } from '#renderer/workers/sync/backoff.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import {
  idleStatus,
  reportSchema,
  type SendWaitingAnswer,
  type SyncConnection,
  type SyncReport,
  type SyncRequest,
  type SyncSettings,
  type SyncStatus,
} from '#renderer/workers/sync/messages.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/workers/sync/worker.ts?worker&url';
import { followPageAttention, followPageNetwork } from '#renderer/workers/sync/page-signals.ts';
import type { Policy } from '#shared/contract/session.ts';
import type { HandoverFile, HandoverReceipt } from '#shared/contract/handover.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

// The words in which this worker speaks: the stores know the worker by this file alone.
export { followPageAttention, followPageNetwork, idleStatus };
export type { Fault, SyncConnection, SyncStatus };

/** The part of a `Worker` that the client uses; tests give a pair of ports instead. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Its script could not be loaded, or it failed or spoke in a way that nobody can read. */
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

/** Who signed in, with the rules that the server set. */
export interface Profile {
  readonly account: Account;
  readonly policy: Policy;
}

/** Who the server let in. Nothing of the session is kept until `keep` is given the account's key; false: not kept. */
export interface SignedIn extends Profile {
  /** Opens the account's key on this PC whatever the password (base64). */
  readonly deviceSecret: string;
  keep(key: CryptoKey): Promise<boolean>;
  /** In the place of `keep`: delivers what waits in a database that this application does not open, and leaves again. */
  sendWaiting(key: CryptoKey): Promise<Result<WaitingSent, SignInFailure>>;
}

/** What the client tells of. */
export interface SyncListener {
  /** Every state of the exchange of the started account. */
  readonly onStatus: (status: SyncStatus, accountId: string) => void;
  /** The worker cannot be started or failed; it is started again after so many seconds, or when something is asked. */
  readonly onBroken: (retryInSeconds: number) => void;
  /** Technical lines of the worker, without personal data. */
  readonly onLog: (line: Pick<SyncLog, 'level' | 'event' | 'detail'>) => void;
}

type SyncLog = Extract<SyncReport, { kind: 'catatan' }>;

/** Why a sign-in failed: a fault of the call, or the worker that should make it is not there. */
export type SignInFailure = Fault | { readonly kind: 'pekerja_rusak' };

/** What became of decisions that were sent out of a database that stays closed. */
export type WaitingSent = Extract<SendWaitingAnswer, { ok: true }>['value'];

/** Why a hand-over file was not passed on; `perlu_masuk`: somebody must sign in first. */
export type PassOnFailure = SignInFailure | { readonly kind: 'perlu_masuk' };

/** Starts the worker as a module under the page's trusted-types policy. */
export function startSyncWorker(): WorkerPort {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-sync' });
}

interface Pending {
  readonly answered: (report: SyncReport) => void;
  readonly broken: () => void;
}

/**
 * The sync worker as the stores see it. Nothing here touches the network. A worker that fails is replaced: what was
 * asked of it is answered, and the next one is started when something is asked, or by itself while an account is at
 * the desk (after a wait that grows).
 */
export class SyncClient {
  readonly #startWorker: () => WorkerPort;
  readonly #settings: SyncSettings;
  readonly #listener: SyncListener;
  readonly #pending = new Map<number, Pending>();
  #worker: WorkerPort | null = null;
  #lastRequest = 0;
  #accountId: string | null = null;
  // Held for a worker that takes the place of one that failed; not while the desk is locked.
  #key: CryptoKey | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(startWorker: () => WorkerPort, settings: SyncSettings, listener: SyncListener) {
    this.#startWorker = startWorker;
    this.#settings = settings;
    this.#listener = listener;
  }

  /**
   * Signs in over the network; the tokens never reach the main thread. `deviceId`: this PC's own id, where the worker
   * cannot read it.
   */
  signIn(
    username: string,
    password: string,
    deviceId?: string,
  ): Promise<Result<SignedIn, SignInFailure>> {
    const requestId = this.#nextRequest();
    const sendWaiting = (key: CryptoKey) => this.#sendWaiting(requestId, key);
    const keep = (key: CryptoKey): Promise<boolean> =>
      this.#done({ kind: 'simpan_sesi', requestId: this.#nextRequest(), signInId: requestId, key });
    return new Promise((resolve) => {
      const broken = (): void => resolve(fail({ kind: 'pekerja_rusak' }));
      const answered = (report: SyncReport): void => {
        if (report.kind !== 'hasil_masuk') return broken();
        const { answer } = report;
        resolve(answer.ok ? succeed({ ...answer.value, keep, sendWaiting }) : answer);
      };
      this.#ask(
        requestId,
        { answered, broken },
        { kind: 'masuk', requestId, username, password, deviceId },
      );
    });
  }

  /**
   * Ends the exchange, forgets the tokens and tells the server as far as it can be reached; the outbox stays. False: not
   * forgotten.
   */
  signOut(accountId: string): Promise<boolean> {
    this.#accountId = null;
    this.#key = null;
    clearTimeout(this.#retry);
    return this.#done({ kind: 'keluar', requestId: this.#nextRequest(), accountId });
  }

  /** Whether the server itself answers now. */
  isServerReached(): Promise<boolean> {
    return this.#done({ kind: 'tanya', requestId: this.#nextRequest() });
  }

  /** Passes a hand-over file on to the server, in the name of the account at the desk. */
  passOn(accountId: string, file: HandoverFile): Promise<Result<HandoverReceipt, PassOnFailure>> {
    const requestId = this.#nextRequest();
    return new Promise((resolve) => {
      const broken = (): void => resolve(fail({ kind: 'pekerja_rusak' }));
      const answered = (report: SyncReport): void =>
        report.kind === 'hasil_serahkan' ? resolve(report.answer) : broken();
      this.#ask(requestId, { answered, broken }, { kind: 'serahkan', requestId, accountId, file });
    });
  }

  /** Begins to exchange for an account, in this window or in the one that already does. */
  start(accountId: string, key: CryptoKey): void {
    this.#accountId = accountId;
    this.#key = key;
    if (this.#worker) post(this.#worker, { kind: 'mulai', accountId, key });
    else this.#ensureWorker();
  }

  /** The desk is locked: the exchange goes on no longer than decisions wait to be sent. */
  lock(): void {
    this.#key = null;
    clearTimeout(this.#retry);
    if (this.#worker) post(this.#worker, { kind: 'kunci' });
  }

  /** Ends the exchange of this window. */
  stop(): void {
    this.#accountId = null;
    this.#key = null;
    clearTimeout(this.#retry);
    if (this.#worker) post(this.#worker, { kind: 'berhenti' });
  }

  /** Something waits, or the person asks: tries at once. */
  syncNow(): void {
    this.#send({ kind: 'sekarang' });
  }

  /** A document that a person is waiting for goes first. */
  wantDocument(sha256: string): void {
    this.#send({ kind: 'perlu_dokumen', sha256 });
  }

  /** The page's network came or went. */
  networkChanged(online: boolean): void {
    if (this.#worker || (online && this.#key !== null)) {
      this.#send({ kind: 'jaringan', online });
    }
  }

  /** A person turned to the page: whatever the exchange waits for is tried at once, if somebody is at the desk. */
  pageAttended(): void {
    if (this.#key !== null) this.syncNow();
  }

  #sendWaiting(signInId: number, key: CryptoKey): Promise<Result<WaitingSent, SignInFailure>> {
    const requestId = this.#nextRequest();
    return new Promise((resolve) => {
      const broken = (): void => resolve(fail({ kind: 'pekerja_rusak' }));
      const answered = (report: SyncReport): void =>
        report.kind === 'hasil_kirim_saja' ? resolve(report.answer) : broken();
      this.#ask(requestId, { answered, broken }, { kind: 'kirim_saja', requestId, signInId, key });
    });
  }

  #done(
    message: Extract<SyncRequest, { kind: 'simpan_sesi' | 'keluar' | 'tanya' }>,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const broken = (): void => resolve(false);
      const answered = (report: SyncReport): void => resolve('done' in report && report.done);
      this.#ask(message.requestId, { answered, broken }, message);
    });
  }

  #ask(requestId: number, pending: Pending, message: SyncRequest): void {
    this.#pending.set(requestId, pending);
    this.#send(message);
  }

  #send(message: SyncRequest): void {
    const worker = this.#ensureWorker();
    if (worker) post(worker, message);
  }

  /** The worker; a new one is told all that it must know. Null when it cannot even be made. */
  #ensureWorker(): WorkerPort | null {
    if (this.#worker) return this.#worker;
    clearTimeout(this.#retry);
    try {
      const worker = this.#startWorker();
      worker.addEventListener('message', ({ data }) => {
        if (this.#worker === worker) this.#receive(data);
      });
      for (const type of ['error', 'messageerror'] as const) {
        worker.addEventListener(type, () => {
          if (this.#worker === worker) this.#break(type);
        });
      }
      this.#worker = worker;
      post(worker, { kind: 'setel', settings: this.#settings });
      const [accountId, key] = [this.#accountId, this.#key];
      if (accountId !== null && key) post(worker, { kind: 'mulai', accountId, key });
      return worker;
    } catch (cause) {
      this.#break(cause instanceof Error ? cause.name : typeof cause);
      return null;
    }
  }

  #break(reason: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#listener.onLog({ level: 'error', event: 'pekerja_sinkron', detail: reason });
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { broken } of pending) broken();
    if (this.#key === null) return;
    this.#failures += 1;
    const delay = backoffMs(this.#failures, Math.random());
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#ensureWorker(), delay);
    this.#listener.onBroken(Math.ceil(delay / 1000));
  }

  #receive(message: unknown): void {
    const report = reportSchema.safeParse(message);
    if (report.success) return this.#handle(report.data);
    // Where it does not parse, without what it says.
    const detail = report.error.issues.map((issue) => issue.path.join('.')).join(' ');
    this.#listener.onLog({ level: 'error', event: 'pesan_pekerja', detail: detail.slice(0, 2000) });
  }

  #handle(report: SyncReport): void {
    switch (report.kind) {
      case 'keadaan':
        this.#failures = 0;
        if (report.accountId === this.#accountId)
          this.#listener.onStatus(report.status, report.accountId);
        return;
      case 'hasil_masuk':
      case 'hasil_simpan':
      case 'hasil_kirim_saja':
      case 'hasil_keluar':
      case 'hasil_tanya':
      case 'hasil_serahkan':
        this.#pending.get(report.requestId)?.answered(report);
        this.#pending.delete(report.requestId);
        return;
      case 'catatan':
        this.#listener.onLog(report);
    }
  }

  #nextRequest(): number {
    this.#lastRequest += 1;
    return this.#lastRequest;
  }
}

function post(worker: WorkerPort, message: SyncRequest): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  worker.postMessage(message);
}
