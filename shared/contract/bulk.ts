import { z } from 'zod';
import { instantText, lineText } from '#shared/kernel/bounded.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { bulkFates, bulkStates } from '#shared/workflow/bulk/bulk-batch.ts';
import { bulkIdSchema, bulkItemSchema } from '#shared/workflow/bulk/bulk-commands.ts';
import { bulkPolicySchema, mostInBulk } from '#shared/workflow/bulk/bulk-policy.ts';
import { bulkRefusals } from '#shared/workflow/bulk/may-be-in-bulk.ts';

/**
 * An usul of a batch: whether it was drawn as a sample, what became of it, and why, where it was not approved. Its names are
 * told as well: what is settled leaves the PC. `verifikator` null: it was refused before anybody asked who verified it.
 */
export const toldBulkItemSchema = z.looseObject({
  ...bulkItemSchema.shape,
  drawn: z.boolean(),
  fate: z.enum(bulkFates),
  reason: z.enum(bulkRefusals).nullable(),
  nama: lineText,
  recordType: recordTypeIdSchema,
  opd: lineText,
  verifikator: lineText.nullable(),
});
/** An usul of a batch. */
export type ToldBulkItem = z.infer<typeof toldBulkItemSchema>;

/** A batch as its own account sees it. */
export const toldBatchSchema = z.looseObject({
  id: bulkIdSchema,
  state: z.enum(bulkStates),
  madeAt: instantText,
  items: z.array(toldBulkItemSchema).max(mostInBulk),
});
/** A batch as its own account sees it. */
export type ToldBatch = z.infer<typeof toldBatchSchema>;

/** What the instansi lets be approved in bulk, and the newest batch of the account; null: it has none. */
export const bulkAnswerSchema = z.looseObject({
  policy: bulkPolicySchema,
  batch: toldBatchSchema.nullable(),
});
/** What the instansi lets be approved in bulk, and the newest batch of the account. */
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
