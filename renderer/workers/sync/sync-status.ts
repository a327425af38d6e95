import { z } from 'zod';
import { faultSchema } from '#renderer/workers/sync/fault.ts';

/** How the exchange with the server stands; `retryInSeconds` counts from the message. */
export const connectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('belum') }),
  z.object({ kind: z.literal('tersambung') }),
  z.object({ kind: z.literal('luring') }),
  z.object({ kind: z.literal('gangguan'), fault: faultSchema, retryInSeconds: z.number() }),
  z.object({ kind: z.literal('perlu_masuk') }),
  z.object({
    kind: z.literal('dicabut'),
    accepted: z.number(),
    refused: z.number(),
    waiting: z.number(),
    unheard: z.boolean(),
  }),
]);
/** How the exchange with the server stands. */
export type SyncConnection = z.infer<typeof connectionSchema>;

/** What a person should know beside the connection. */
export const syncNoticesSchema = z.object({
  /** Documents are not fetched while so few bytes are free for this application; null: there is room. */
  diskLeftBytes: z.number().nullable(),
  /** Removals that wait for a person's agreement: so many usul of how many. */
  heldRemovals: z.object({ gone: z.number(), of: z.number(), agreed: z.boolean() }).nullable(),
  /** How many usul of the server this application cannot read. */
  unreadable: z.number(),
  /** How many decisions went again because the server did not have them any more; 0 once a person has seen it. */
  deliveredAgain: z.number(),
  /** How many messages of the helpdesk about what was reported here are unread. */
  ticketNews: z.number(),
  /** By how many ms this PC's clock is ahead of the server's (negative: behind). */
  clockAheadMs: z.number(),
});
/** What a person should know beside the connection. */
export type SyncNotices = z.infer<typeof syncNoticesSchema>;

/** Everything that the main thread is told of the exchange. */
export const syncStatusSchema = z.object({
  connection: connectionSchema,
  lastContact: z.string().nullable(),
  inboxComplete: z.boolean(),
  /** How many exchanges came to their end since the worker was started: each compares this PC's clock with the server's. */
  rounds: z.number(),
  notices: syncNoticesSchema,
  progress: z.object({
    doneDocuments: z.number(),
    totalDocuments: z.number(),
    doneBytes: z.number(),
    totalBytes: z.number(),
    secondsLeft: z.number().nullable(),
  }),
});
/** Everything that the main thread is told of the exchange. */
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** State before the first exchange. */
export const idleStatus: SyncStatus = {
  connection: { kind: 'belum' },
  lastContact: null,
  inboxComplete: false,
  rounds: 0,
  notices: {
    diskLeftBytes: null,
    heldRemovals: null,
    unreadable: 0,
    deliveredAgain: 0,
    ticketNews: 0,
    clockAheadMs: 0,
  },
  progress: { doneDocuments: 0, totalDocuments: 0, doneBytes: 0, totalBytes: 0, secondsLeft: null },
};
