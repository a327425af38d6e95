import { z } from 'zod';
import { documentReadingSchema } from '#renderer/evidence/matching/document-reading.ts';
import { fieldQuerySchema } from '#renderer/evidence/matching/field-evidence.ts';
import { sha256Schema } from '#shared/records/usul.ts';

/** What is to be read; see `ReadOrder` of the client. */
export const workerOrderSchema = z.object({
  sha256: sha256Schema,
  bytes: z.instanceof(ArrayBuffer),
  queries: z.array(fieldQuerySchema),
  known: documentReadingSchema.nullable(),
  pages: z.int().positive(),
});
/** What is to be read. */
export type WorkerOrder = z.infer<typeof workerOrderSchema>;

/** From the main thread to the worker: one order at a time. */
export const requestSchema = z.object({ requestId: z.int(), order: workerOrderSchema });
/** From the main thread to the worker. */
export type ReadRequest = z.infer<typeof requestSchema>;

/** From the worker to the main thread. */
export const reportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('kemajuan'),
    requestId: z.int(),
    donePages: z.int().nonnegative(),
    totalPages: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('hasil'), requestId: z.int(), reading: documentReadingSchema }),
]);
/** From the worker to the main thread. */
export type ReadReport = z.infer<typeof reportSchema>;
