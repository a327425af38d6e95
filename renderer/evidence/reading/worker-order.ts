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
