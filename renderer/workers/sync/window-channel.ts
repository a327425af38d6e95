import { z } from 'zod';
import { syncStatusSchema } from '#renderer/workers/sync/sync-status.ts';

/** Between the windows of one account: only one of them exchanges, the others are told and ask. */
export const windowMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), status: syncStatusSchema }),
  z.object({ kind: z.literal('wake') }),
  z.object({ kind: z.literal('want'), sha256: z.string() }),
]);
/** Between the windows of one account. */
export type WindowMessage = z.infer<typeof windowMessageSchema>;

/** What a window asks of the one that exchanges. */
export type WindowRequest = Exclude<WindowMessage, { kind: 'status' }>;

/** Talks with the workers of other windows of the same account. */
export interface WindowChannel {
  post(message: unknown): void;
  close(): void;
}

/** A channel over the browser's own. */
export function openWindowChannel(
  name: string,
  onMessage: (message: unknown) => void,
): WindowChannel {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => onMessage(data));
  return {
    // A channel reaches only our own origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
