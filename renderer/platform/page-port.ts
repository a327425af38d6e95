import type { Port } from '#shared/channel/port.ts';

/** A worker's own end of the way to the page that started it. */
export const pagePort: Port = {
  // The signature of a window stands for the worker's own, which knows no target: it posts to its own page only.
  postMessage: (message, transfer) => globalThis.postMessage(message, { transfer: [...transfer] }),
  addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) =>
    globalThis.addEventListener(type, (event) => {
      listener({ data: event instanceof MessageEvent ? event.data : null });
    }),
};
