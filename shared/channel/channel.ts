import type { z } from 'zod';

/** A question with one answer; `progress` may be told any number of times before it. */
export interface Request<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
> {
  readonly input: I;
  readonly output: O;
  readonly progress?: P;
  /** Parts of an input that are handed over instead of copied; whoever asked cannot use them afterwards. */
  transfer?(input: z.output<I>): readonly object[];
}

/**
 * What may pass between a page and a worker, declared once; both sides derive from it. Whatever arrives is parsed before
 * anybody sees it.
 */
export interface Channel {
  /** What the page asks and the worker answers. */
  readonly requests: Readonly<Record<string, Request>>;
  /** What the page tells the worker, without an answer. No name of a request. */
  readonly notices: Readonly<Record<string, z.ZodType>>;
  /** What the worker tells the page of its own accord. */
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** Declares a request whose `transfer` knows what its input is. */
export function request<I extends z.ZodType, O extends z.ZodType, P extends z.ZodType>(
  declared: Request<I, O, P>,
): Request<I, O, P> {
  return declared;
}

/** Names of the requests of a channel. */
export type RequestName<C extends Channel> = keyof C['requests'] & string;
/** Names of the notices of a channel. */
export type NoticeName<C extends Channel> = keyof C['notices'] & string;
/** Names of the events of a channel. */
export type EventName<C extends Channel> = keyof C['events'] & string;

/** What a request is asked with. */
export type InputOf<C extends Channel, N extends RequestName<C>> = z.output<
  C['requests'][N]['input']
>;
/** What a request is answered with. */
export type OutputOf<C extends Channel, N extends RequestName<C>> = z.output<
  C['requests'][N]['output']
>;
/** What is told of a request on its way. */
export type ProgressOf<C extends Channel, N extends RequestName<C>> = z.output<
  NonNullable<C['requests'][N]['progress']>
>;
/** What a notice says. */
export type NoticeOf<C extends Channel, N extends NoticeName<C>> = z.output<C['notices'][N]>;
/** What an event says. */
export type EventOf<C extends Channel, N extends EventName<C>> = z.output<C['events'][N]>;
