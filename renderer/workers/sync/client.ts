import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';
import { backoffMs } from '#renderer/workers/sync/backoff.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { WaitingSent } from '#renderer/workers/sync/session/send-waiting.ts';
import {
  syncChannel,
  type QueryTrouble,
  type SyncSettings,
} from '#renderer/workers/sync/sync-channel.ts';
import {
  idleStatus,
  type SyncConnection,
  type SyncStatus,
} from '#renderer/workers/sync/sync-status.ts';
// Vite bundles the worker and gives its address.
// oxlint-disable-next-line import/default -- the address is what `?worker&url` exports
import workerUrl from '#renderer/workers/sync/worker.ts?worker&url';
import { followPageAttention, followPageNetwork } from '#renderer/workers/sync/page-signals.ts';
import type { EventOf } from '#shared/channel/channel.ts';
import {
  makeChannelClient,
  type ChannelClient,
  type ChannelFailure,
} from '#shared/channel/client.ts';
import type { Peer } from '#shared/channel/port.ts';
import {
  readRouteAnswer,
  type RouteAnswer,
  type RouteInput,
  type SignedInRoute,
} from '#shared/contract/route-call.ts';
import type { ActivationRequest } from '#shared/contract/activation.ts';
import type { FactorOffer } from '#shared/contract/second-factor.ts';
import type { Policy, SignInSteps } from '#shared/contract/session.ts';
import type { Account, Appointment } from '#shared/workflow/authority/account.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

// The words in which this worker speaks: the stores know the worker by this file alone.
export { followPageAttention, followPageNetwork, idleStatus };
export type { Fault, Peer, SyncConnection, SyncStatus, WaitingSent };

/** Who signed in, with the rules that the server set. */
export interface Profile {
  readonly account: Account;
  readonly policy: Policy;
  /** All under which the account may act; absent where an older server did not say. */
  readonly appointments?: readonly Appointment[];
  /** Those that ended, and nobody has seen it since. */
  readonly ended?: readonly Pick<Appointment, 'role' | 'scopeName'>[];
}

/** Who the server let in. Nothing of the session is kept until `keep` is given the account's key; false: not kept. */
export interface SignedIn extends Profile {
  /** Opens the account's key on this PC whatever the password (base64). */
  readonly deviceSecret: string;
  /** The password would not be taken as a new one. */
  readonly newPasswordAsked: boolean;
  keep(key: CryptoKey): Promise<boolean>;
  /** In the place of `keep`: leaves the session again; nothing of it was kept. */
  decline(): Promise<void>;
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
  readonly onLog: (line: EventOf<typeof syncChannel, 'log'>) => void;
}

/** The worker that should make a call is not there. */
interface WorkerBroken {
  readonly kind: 'pekerja_rusak';
}

/** Why a sign-in failed: a fault of the call, or the worker that should make it is not there. */
export type SignInFailure = Fault | WorkerBroken;

/** Why a question to the server has no answer; `timedOut` and `cancelled`: as whoever asked had it. */
export type QueryFailure =
  | QueryTrouble
  | WorkerBroken
  | Extract<ChannelFailure, { kind: 'timedOut' | 'cancelled' }>;

/** How a question is asked. */
export interface QueryOptions {
  /** Gives the question up; the call to the server is dropped. */
  readonly signal?: AbortSignal;
  /** Gives it up after so many milliseconds. */
  readonly timeoutMs?: number;
}

/** Starts the worker as a module under the page's trusted-types policy. */
export function startSyncWorker(): Peer {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'meja-sync' });
}

/**
 * The sync worker as the stores see it. Nothing here touches the network. A worker that fails is replaced: what was
 * asked of it is answered, and the next one is started when something is asked, or by itself while an account is at
 * the desk (after a wait that grows).
 */
export class SyncClient {
  readonly #channel: ChannelClient<typeof syncChannel>;
  readonly #listener: SyncListener;
  #accountId: string | null = null;
  // Held for a worker that takes the place of one that failed; not while the desk is locked.
  #key: CryptoKey | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(startWorker: () => Peer, settings: SyncSettings, listener: SyncListener) {
    this.#listener = listener;
    this.#channel = makeChannelClient(syncChannel, {
      start: startWorker,
      onOpen: () => this.#introduce(settings),
      onBroken: (reason) => this.#restartLater(reason),
      onUnreadable: (detail) => listener.onLog({ level: 'error', event: 'pesan_pekerja', detail }),
      events: {
        log: listener.onLog,
        status: ({ accountId, status }) => {
          this.#failures = 0;
          if (accountId === this.#accountId) listener.onStatus(status, accountId);
        },
      },
    });
  }

  /**
   * Signs in over the network; the tokens never reach the main thread. `steps`: what was asked for after the password;
   * `deviceId`: this PC's own id, where the worker cannot read it.
   */
  async signIn(
    username: string,
    password: string,
    steps: SignInSteps = {},
    deviceId?: string,
  ): Promise<Result<SignedIn, SignInFailure>> {
    const asked = { username, password, deviceId, steps };
    const answer = orBroken(await this.#channel.ask('signIn', asked));
    if (!answer.ok) return answer;
    const { signInId, account, policy, appointments } = answer.value;
    const { deviceSecret, newPasswordAsked } = answer.value;
    return succeed({
      account,
      policy,
      ...(appointments && { appointments }),
      deviceSecret,
      newPasswordAsked,
      keep: async (key) => isYes(await this.#channel.ask('keepSession', { signInId, key })),
      decline: async () => {
        await this.#channel.ask('declineSession', { signInId });
      },
      sendWaiting: async (key) =>
        orBroken(await this.#channel.ask('sendWaiting', { signInId, key })),
    });
  }

  /** A second factor for an account, by its password and a code of the one that it has. */
  async offerFactor(
    username: string,
    password: string,
    code?: string,
  ): Promise<Result<FactorOffer, SignInFailure>> {
    return orBroken(await this.#channel.ask('offerFactor', { username, password, code }));
  }

  /** Gives an account its first password, for the code of its slip; nobody is signed in by that. */
  async activate(body: ActivationRequest): Promise<Result<null, SignInFailure>> {
    return orBroken(await this.#channel.ask('activate', body));
  }

  /**
   * Ends the exchange, forgets the tokens and tells the server as far as it can be reached; the outbox stays. False: not
   * forgotten.
   */
  async signOut(accountId: string): Promise<boolean> {
    this.#forget();
    return isYes(await this.#channel.ask('signOut', { accountId }));
  }

  /** A person agrees to the server that was shown by this key (null: by having none); false: another one is there by now. */
  async agreeToServer(key: string | null): Promise<boolean> {
    return isYes(await this.#channel.ask('agreeToServer', { key }));
  }

  /** Whether the server itself answers now; no answer within so many milliseconds is a no. */
  async isServerReached(timeoutMs: number): Promise<boolean> {
    return isYes(await this.#channel.ask('reachServer', null, { timeoutMs }));
  }

  /** Asks the server in the name of the account at the desk; nothing of the answer is kept on this PC. */
  async ask<N extends SignedInRoute>(
    route: N,
    input: RouteInput<N>,
    options?: QueryOptions,
  ): Promise<Result<RouteAnswer<N>, QueryFailure>> {
    const accountId = this.#accountId;
    if (accountId === null) return fail({ kind: 'perlu_masuk' });
    const answer = await this.#channel.ask('query', { accountId, route, input }, options);
    if (!answer.ok) {
      const { error } = answer;
      return fail(error.kind === 'timedOut' || error.kind === 'cancelled' ? error : broken);
    }
    if (!answer.value.ok) return answer.value;
    const value = readRouteAnswer(route, answer.value.value);
    return value === undefined ? fail({ kind: 'bukan_jawaban' }) : succeed(value);
  }

  /** Begins to exchange for an account, in this window or in the one that already does. */
  start(accountId: string, key: CryptoKey): void {
    this.#accountId = accountId;
    this.#key = key;
    if (this.#channel.isOpen()) this.#channel.tell('start', { accountId, key });
    else this.#channel.open();
  }

  /** The desk is locked: the exchange goes on no longer than decisions wait to be sent. */
  lock(): void {
    this.#key = null;
    clearTimeout(this.#retry);
    if (this.#channel.isOpen()) this.#channel.tell('lock', null);
  }

  /** Ends the exchange of this window. */
  stop(): void {
    this.#forget();
    if (this.#channel.isOpen()) this.#channel.tell('stop', null);
  }

  /** Something waits, or the person asks: tries at once. */
  syncNow(): void {
    this.#channel.tell('wake', null);
  }

  /** A document that a person is waiting for goes first. */
  wantDocument(sha256: string): void {
    this.#channel.tell('wantDocument', { sha256 });
  }

  /** The page's network came or went. */
  networkChanged(online: boolean): void {
    if (this.#channel.isOpen() || (online && this.#key !== null)) {
      this.#channel.tell('network', { online });
    }
  }

  /** A person turned to the page: whatever the exchange waits for is tried at once, if somebody is at the desk. */
  pageAttended(): void {
    if (this.#key !== null) this.syncNow();
  }

  /** Tells a new worker all that it must know. */
  #introduce(settings: SyncSettings): void {
    clearTimeout(this.#retry);
    this.#channel.tell('configure', settings);
    const [accountId, key] = [this.#accountId, this.#key];
    if (accountId !== null && key) this.#channel.tell('start', { accountId, key });
  }

  #restartLater(reason: string): void {
    clearTimeout(this.#retry);
    this.#listener.onLog({ level: 'error', event: 'pekerja_sinkron', detail: reason });
    if (this.#key === null) return;
    this.#failures += 1;
    const delay = backoffMs(this.#failures, Math.random());
    this.#retry = setTimeout(() => this.#channel.open(), delay);
    this.#listener.onBroken(Math.ceil(delay / 1000));
  }

  #forget(): void {
    this.#accountId = null;
    this.#key = null;
    clearTimeout(this.#retry);
  }
}

const broken: WorkerBroken = { kind: 'pekerja_rusak' };

/** What the worker answered, or that it gave no answer. */
function orBroken<T, E>(answer: Result<Result<T, E>, ChannelFailure>): Result<T, E | WorkerBroken> {
  return answer.ok ? answer.value : fail(broken);
}

function isYes(answer: Result<boolean, ChannelFailure>): boolean {
  return answer.ok && answer.value;
}
