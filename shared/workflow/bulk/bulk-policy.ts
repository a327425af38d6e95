import { z } from 'zod';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';

/** Most usul of one approval in bulk. */
export const mostInBulk = 1_000;

/**
 * What an instansi lets be approved in bulk, and how much of it is looked at before: `percent` of a selection, and `least`
 * usul of it however small it is (all of them, where there are no more); nothing of `excludedTypes`.
 */
export const bulkPolicySchema = z.object({
  percent: z.int().min(1).max(100),
  least: z.int().min(1).max(mostInBulk),
  excludedTypes: z.array(recordTypeIdSchema).max(50),
});
/** What an instansi lets be approved in bulk. */
export type BulkPolicy = z.infer<typeof bulkPolicySchema>;

/** Where an instansi has said nothing: 29 of them find with 95 % confidence whether a tenth is wrong (issue 14). */
export const usualBulkPolicy: BulkPolicy = { percent: 5, least: 29, excludedTypes: [] };
