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
  RequestName,
} from '#shared/channel/channel.ts';
import {
  declaredAs,
  errorName,
  unparsedPlaces,
  toWorkerSchema,
  type ToPage,
  type ToWorker,
} from '#shared/channel/messages.ts';
import type { HostSignal, Port } from '#shared/channel/port.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

// Every host has it; the types of none are known here.
declare const AbortController: new () => { readonly signal: HostSignal; abort(): void };

/** What a handler is given beside the input. */
export interface Asked<P> {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: HostSignal;
  /** Tells how far it is. */
  readonly progress: (progress: P) => void;
}

/** One function for each request and each notice of a channel. */
export type Handlers<C extends Channel> = {
  readonly [N in RequestName<C>]: (
    input: InputOf<C, N>,
    asked: Asked<ProgressOf<C, N>>,
  ) => OutputOf<C, N> | Promise<OutputOf<C, N>>;
} & { readonly [N in NoticeName<C>]: (input: NoticeOf<C, N>) => void | Promise<void> };

/** Tells the page an event. */
export type Emit<C extends Channel> = <N extends EventName<C>>(
  name: N,
  payload: EventOf<C, N>,
) => void;

/** What tells the page events of a channel. */
export function makeEmit<C extends Channel>(port: Port): Emit<C> {
  return (name, payload) => port.postMessage({ kind: 'event', name, payload } satisfies ToPage, []);
}

/**
 * Answers a channel on the worker's side, each message as it comes (a handler that must wait for others does so itself).
 * Nothing is thrown: what cannot be read and what a handler throws goes to `onFault`, and whoever asked is told that it
 * failed.
 */
export function serve<C extends Channel>(
  port: Port,
  channel: C,
  handlers: NoInfer<Handlers<C>>,
  onFault: (cause: unknown) => void,
): void {
  const side = new Side(port, channel, handlers, onFault);
  port.addEventListener('message', ({ data }) => side.receive(data));
  port.addEventListener('messageerror', () => onFault(new TypeError('Unreadable message')));
}

type AnyHandler = (input: unknown, asked?: Asked<unknown>) => unknown;

class Side {
  readonly #port: Port;
  readonly #channel: Channel;
  readonly #handlers: Readonly<Record<string, AnyHandler>>;
  readonly #onFault: (cause: unknown) => void;
  readonly #answering = new Map<number, { abort(): void }>();

  constructor(port: Port, channel: Channel, handlers: object, onFault: (cause: unknown) => void) {
    this.#port = port;
    this.#channel = channel;
    // The declaration ties each handler to its own schema; TypeScript cannot follow that through a name that arrives.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- called with what that very schema parsed only
    this.#handlers = handlers as Readonly<Record<string, AnyHandler>>;
    this.#onFault = onFault;
  }

  receive(data: unknown): void {
    const message = toWorkerSchema.safeParse(data);
    if (!message.success)
      return this.#onFault(unreadable(unparsedPlaces('message', message.error)));
    switch (message.data.kind) {
      case 'ask':
        return void this.#answer(message.data);
      case 'tell':
        return void this.#hear(message.data);
      case 'cancel':
        return this.#answering.get(message.data.id)?.abort();
      default:
        return assertNever(message.data);
    }
  }

  async #answer({ id, name, input }: Extract<ToWorker, { kind: 'ask' }>): Promise<void> {
    const stop = new AbortController();
    this.#answering.set(id, stop);
    try {
      const given = this.#read(
        'request',
        name,
        declaredAs(this.#channel.requests, name)?.input,
        input,
      );
      const progress = (told: unknown): void =>
        this.#post({ kind: 'progress', id, progress: told });
      const output = await this.#handlers[name]?.(given, { signal: stop.signal, progress });
      this.#post({ kind: 'answer', id, output });
    } catch (cause) {
      this.#onFault(cause);
      this.#post({ kind: 'failed', id, reason: errorName(cause) });
    } finally {
      this.#answering.delete(id);
    }
  }

  async #hear({ name, input }: Extract<ToWorker, { kind: 'tell' }>): Promise<void> {
    try {
      const schema = declaredAs(this.#channel.notices, name);
      await this.#handlers[name]?.(this.#read('notice', name, schema, input));
    } catch (cause) {
      this.#onFault(cause);
    }
  }

  #read(what: string, name: string, schema: z.ZodType | undefined, input: unknown): unknown {
    if (!schema) throw unreadable(`${what} ${name}`);
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw unreadable(unparsedPlaces(`${what} ${name}`, parsed.error));
    return parsed.data;
  }

  #post(message: ToPage): void {
    this.#port.postMessage(message, []);
  }
}

function unreadable(place: string): TypeError {
  return new TypeError(`Unreadable ${place}`);
}
