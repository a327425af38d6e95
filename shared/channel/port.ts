/** The part of an `AbortSignal` that is used here. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The host's own `AbortSignal`; where no host is known, the part of it that is used here. */
export type HostSignal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : CancelSignal;

/** One end of a pair that carries messages: a worker's own scope, a `MessagePort`. */
export interface Port {
  /** `transfer`: parts of the message that are handed over instead of copied. */
  postMessage(message: unknown, transfer: readonly object[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Something came that the host cannot put together again. */
  addEventListener(type: 'messageerror', listener: () => void): void;
}

/** The other side as the one who started it holds it: the part of a `Worker` that is used here. */
export interface Peer extends Port {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Its script could not be loaded, or it failed or spoke in a way that nobody can read. */
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  /** Ends it at once, whatever it does. */
  terminate(): void;
}
