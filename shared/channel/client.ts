import type { z } from 'zod';
import type {
  Channel,
  EventName,
  EventOf,
  InputOf,
  NoticeName,
  NoticeOf,
  OutputOf,
  ProgressOf,
  Request,
  RequestName,
} from '#shared/channel/channel.ts';
import {
  declaredAs,
  errorName,
  unparsedPlaces,
  toPageSchema,
  type ToPage,
  type ToWorker,
} from '#shared/channel/messages.ts';
import type { CancelSignal, Peer } from '#shared/channel/port.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

// Every host has them; the types of none are known here.
declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/**
 * Why a request has no answer.
 *
 * - `broken`: the other side could not be started, failed, or was ended meanwhile;
 * - `failed`: it is there, but answering threw or the answer is not what was declared (a bug; its name or place);
 * - `timedOut`: not a word for the time that was given;
 * - `cancelled`: whoever asked no longer wants it.
 */
export type ChannelFailure =
  | { readonly kind: 'broken' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'cancelled' };

/** How a request is asked. */
export interface AskOptions<P> {
  /** Gives the request up; the other side is told. */
  readonly signal?: CancelSignal | undefined;
  /** Gives the request up after so many milliseconds without its answer or its progress. */
  readonly timeoutMs?: number | undefined;
  readonly onProgress?: ((progress: P) => void) | undefined;
}

/** A channel as the side that starts the other one holds it. */
export interface ChannelClient<C extends Channel> {
  /** Whether the other side runs; it is started by whatever is asked or told next. */
  isOpen(): boolean;
  /** Starts the other side if it does not run; false when it cannot be started. */
  open(): boolean;
  /** Never rejects and never hangs as long as the other side answers, fails or is given a time. */
  ask<N extends RequestName<C>>(
    name: N,
    input: InputOf<C, N>,
    options?: AskOptions<ProgressOf<C, N>>,
  ): Promise<Result<OutputOf<C, N>, ChannelFailure>>;
  tell<N extends NoticeName<C>>(name: N, input: NoticeOf<C, N>): void;
  /** Ends the other side; what was asked is answered `broken`. */
  close(): void;
}

/** What a client stands on. */
export interface ClientPorts<C extends Channel> {
  /** Starts the other side; may throw. */
  readonly start: () => Peer;
  readonly events: { readonly [N in EventName<C>]: (payload: EventOf<C, N>) => void };
  /** A new other side runs: what it must be told before anything else. */
  readonly onOpen?: () => void;
  /** The other side failed or cannot be started; what was asked has been answered `broken`. */
  readonly onBroken?: (reason: string) => void;
  /** Something came that is not of the channel; where, without what it says. */
  readonly onUnreadable?: (place: string) => void;
}

/** Opens a channel; the other side is started when it is first needed, and again after it failed. */
export function makeChannelClient<C extends Channel>(
  channel: C,
  ports: NoInfer<ClientPorts<C>>,
): ChannelClient<C> {
  // What passes is parsed by the schema that gives it its type; TypeScript cannot follow that through a name.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return new Client(channel, ports as unknown as AnyPorts) as ChannelClient<C>;
}

interface Pending {
  /** The other side answered, or never will. */
  readonly end: (result: Result<unknown, ChannelFailure>) => void;
  readonly progressed: (progress: unknown) => void;
}

interface AnyPorts extends Omit<ClientPorts<Channel>, 'events'> {
  readonly events: Readonly<Record<string, (payload: unknown) => void>>;
}

class Client implements ChannelClient<Channel> {
  readonly #channel: Channel;
  readonly #ports: AnyPorts;
  readonly #pending = new Map<number, Pending>();
  #peer: Peer | null = null;
  #lastId = 0;

  constructor(channel: Channel, ports: AnyPorts) {
    this.#channel = channel;
    this.#ports = ports;
  }

  isOpen(): boolean {
    return this.#peer !== null;
  }

  open(): boolean {
    if (this.#peer) return true;
    try {
      this.#peer = this.#start();
    } catch (cause) {
      this.#break(errorName(cause));
      return false;
    }
    this.#ports.onOpen?.();
    return true;
  }

  ask(
    name: string,
    input: unknown,
    options: AskOptions<unknown> = {},
  ): Promise<Result<unknown, ChannelFailure>> {
    const request = this.#channel.requests[name];
    if (!request) throw new TypeError(`The channel has no request ${name}.`);
    if (options.signal?.aborted) return Promise.resolve(fail({ kind: 'cancelled' }));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#pending.set(id, this.#await(id, name, request, options, resolve));
      if (!this.open()) return;
      try {
        this.#post({ kind: 'ask', id, name, input }, request.transfer?.(input));
      } catch (cause) {
        // What cannot be cloned, or was handed over before.
        this.#pending.get(id)?.end(fail({ kind: 'failed', reason: errorName(cause) }));
      }
    });
  }

  tell(name: string, input: unknown): void {
    if (this.open()) this.#post({ kind: 'tell', name, input });
  }

  close(): void {
    this.#end();
  }

  #start(): Peer {
    const peer = this.#ports.start();
    // Nothing of a side that was ended is heard any more.
    peer.addEventListener('message', ({ data }) => {
      if (this.#peer === peer) this.#receive(data);
    });
    for (const type of ['error', 'messageerror'] as const) {
      peer.addEventListener(type, () => {
        if (this.#peer === peer) this.#break(type);
      });
    }
    return peer;
  }

  /** Waits for the end of a request: its answer, its failure, the signal, or silence for too long. */
  #await(
    id: number,
    name: string,
    { output, progress }: Request,
    { signal, timeoutMs, onProgress }: AskOptions<unknown>,
    resolve: (result: Result<unknown, ChannelFailure>) => void,
  ): Pending {
    const listen = () =>
      timeoutMs === undefined ? undefined : setTimeout(() => giveUp('timedOut'), timeoutMs);
    let silence = listen();
    const end: Pending['end'] = (result) => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', cancel);
      this.#pending.delete(id);
      resolve(result.ok ? this.#read(`answer ${name}`, output, result.value) : result);
    };
    const giveUp = (kind: 'cancelled' | 'timedOut'): void => {
      this.#post({ kind: 'cancel', id });
      end(fail({ kind }));
    };
    const cancel = (): void => giveUp('cancelled');
    signal?.addEventListener('abort', cancel);
    const progressed: Pending['progressed'] = (told) => {
      clearTimeout(silence);
      silence = listen();
      const read = progress && this.#read(`progress ${name}`, progress, told);
      if (read?.ok) onProgress?.(read.value);
    };
    return { end, progressed };
  }

  #post(message: ToWorker, transfer: readonly object[] = []): void {
    this.#peer?.postMessage(message, transfer);
  }

  #break(reason: string): void {
    this.#end();
    this.#ports.onBroken?.(reason);
  }

  #end(): void {
    this.#peer?.terminate();
    this.#peer = null;
    for (const { end } of this.#pending.values()) end(fail({ kind: 'broken' }));
  }

  #receive(data: unknown): void {
    const message = this.#read('message', toPageSchema, data);
    if (message.ok) this.#handle(message.value);
  }

  #handle(message: ToPage): void {
    switch (message.kind) {
      case 'answer':
        return this.#pending.get(message.id)?.end(succeed(message.output));
      case 'progress':
        return this.#pending.get(message.id)?.progressed(message.progress);
      case 'failed':
        return this.#pending.get(message.id)?.end(fail({ kind: 'failed', reason: message.reason }));
      case 'event':
        return this.#hear(message.name, message.payload);
      default:
        return assertNever(message);
    }
  }

  #hear(name: string, payload: unknown): void {
    const schema = declaredAs(this.#channel.events, name);
    const heard = this.#ports.events[name];
    if (!schema || !heard) return this.#ports.onUnreadable?.(`event ${name}`);
    const read = this.#read(`event ${name}`, schema, payload);
    if (read.ok) heard(read.value);
  }

  /** Reads what came as what was declared; what is not is told of by its place. */
  #read<S extends z.ZodType>(
    what: string,
    schema: S,
    value: unknown,
  ): Result<z.output<S>, Extract<ChannelFailure, { kind: 'failed' }>> {
    const parsed = schema.safeParse(value);
    if (parsed.success) return succeed(parsed.data);
    const reason = unparsedPlaces(what, parsed.error);
    this.#ports.onUnreadable?.(reason);
    return fail({ kind: 'failed', reason });
  }
}
