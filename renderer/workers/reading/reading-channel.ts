import { z } from 'zod';
import { documentReadingSchema } from '#renderer/evidence/matching/document-reading.ts';
import { workerOrderSchema } from '#renderer/evidence/reading/worker-order.ts';
import { request, type Channel } from '#shared/channel/channel.ts';

/** How far an order is: pages done of pages to be read. */
export const readProgressSchema = z.object({
  donePages: z.int().nonnegative(),
  totalPages: z.int().nonnegative(),
});
/** How far an order is: pages done of pages to be read. */
export type ReadProgress = z.infer<typeof readProgressSchema>;

/** Between the page and the worker that reads. One order at a time: the worker's buffers hold one page. */
export const readingChannel = {
  requests: {
    read: request({
      input: workerOrderSchema,
      output: documentReadingSchema,
      progress: readProgressSchema,
      transfer: ({ bytes }) => [bytes],
    }),
  },
  notices: {},
  events: {},
} as const satisfies Channel;
