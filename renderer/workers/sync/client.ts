import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import {
  idleStatus,
  reportSchema,
  type SyncConnection,
  type SignInAnswer,
  type SyncReport,
  type SyncRequest,
  type SyncSettings,
  type SyncStatus,
} from '#renderer/workers/sync/messages.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/workers/sync/worker.ts?worker&url';

// The words in which this worker speaks: the stores know the worker by this file alone.
export { idleStatus };
export type { Fault, SyncConnection, SyncStatus };

/** The part of a `Worker` that the client uses; tests give a pair of ports instead. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What the client tells of. */
export interface SyncListener {
  /** Every state of the exchange of the started account. */
  readonly onStatus: (status: SyncStatus) => void;
  /** Technical lines of the worker, without personal data. */
  readonly onLog: (line: Pick<SyncLog, 'level' | 'event' | 'detail'>) => void;
}

type SyncLog = Extract<SyncReport, { kind: 'catatan' }>;

/** Starts the worker as a module under the page's trusted-types policy; `onBroken` when its script fails. */
export function startSyncWorker(onBroken: () => void): WorkerPort {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-sync' });
  // The page hears of the network before a worker does, and some engines tell the page alone.
  const tell = (): void => {
    const message: SyncRequest = { kind: 'jaringan', online: navigator.onLine };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    worker.postMessage(message);
  };
  worker.addEventListener('error', onBroken);
  globalThis.addEventListener('online', tell);
  globalThis.addEventListener('offline', tell);
  return worker;
}

/** The sync worker as the stores see it. Nothing here touches the network. */
export class SyncClient {
  readonly #worker: WorkerPort;
  readonly #listener: SyncListener;
  readonly #signIns = new Map<number, (answer: SignInAnswer) => void>();
  readonly #signOuts = new Map<number, () => void>();
  #lastRequest = 0;
  #accountId: string | null = null;

  constructor(worker: WorkerPort, settings: SyncSettings, listener: SyncListener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    this.#send({ kind: 'setel', settings });
  }

  /** Signs in over the network and seats the account on this PC; its tokens never reach the main thread. */
  signIn(username: string, password: string): Promise<SignInAnswer> {
    const requestId = this.#nextRequest();
    return new Promise((resolve) => {
      this.#signIns.set(requestId, resolve);
      this.#send({ kind: 'masuk', requestId, username, password });
    });
  }

  /** Tells the server as far as it can be reached, and forgets the tokens; the outbox stays. */
  signOut(accountId: string): Promise<void> {
    const requestId = this.#nextRequest();
    return new Promise((resolve) => {
      this.#signOuts.set(requestId, resolve);
      this.#send({ kind: 'keluar', requestId, accountId });
    });
  }

  /** Begins to exchange for an account, in this window or in the one that already does. */
  start(accountId: string): void {
    this.#accountId = accountId;
    this.#send({ kind: 'mulai', accountId });
  }

  /** Ends the exchange of this window. */
  stop(): void {
    this.#accountId = null;
    this.#send({ kind: 'berhenti' });
  }

  /** Something waits, or the person asks: tries at once. */
  syncNow(): void {
    this.#send({ kind: 'sekarang' });
  }

  /** A document that a person is waiting for goes first. */
  wantDocument(sha256: string): void {
    this.#send({ kind: 'perlu_dokumen', sha256 });
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
        if (report.accountId === this.#accountId) this.#listener.onStatus(report.status);
        return;
      case 'hasil_masuk':
        this.#signIns.get(report.requestId)?.(report.answer);
        this.#signIns.delete(report.requestId);
        return;
      case 'hasil_keluar':
        this.#signOuts.get(report.requestId)?.();
        this.#signOuts.delete(report.requestId);
        return;
      case 'catatan':
        this.#listener.onLog(report);
    }
  }

  #nextRequest(): number {
    this.#lastRequest += 1;
    return this.#lastRequest;
  }

  #send(request: SyncRequest): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    this.#worker.postMessage(request);
  }
}
