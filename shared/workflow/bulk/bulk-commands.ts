import { z } from 'zod';
import { boundedList, instantText } from '#shared/kernel/bounded.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';
import { mostInBulk } from '#shared/workflow/bulk/bulk-policy.ts';

/** No usul changes more often; what a server keeps of a selection has room for it. */
const countSchema = z
  .int()
  .positive()
  .refine((count) => count < 1_000_000_000);

/** An usul of a selection, as it was when it was selected. */
export const bulkItemSchema = z.object({
  usulId: z.uuid().toLowerCase(),
  revision: countSchema,
  version: countSchema,
});
/** An usul of a selection. */
export type BulkItem = z.infer<typeof bulkItemSchema>;

/** Id of a batch: that of the command which selected it. */
export const bulkIdSchema = z.uuidv7().toLowerCase();

/** What every command about a batch says of its making; see `decisionSchema`. */
const made = {
  id: z.uuidv7().toLowerCase(),
  deviceId: z.uuid().toLowerCase(),
  appVersion: z.string().max(40),
  madeAt: instantText,
  appointmentId: appointmentIdSchema.exactOptional(),
} as const;

/**
 * Selects usul to be approved in bulk. The server draws the sample once it has this; the selection is final, and its id names
 * the batch.
 */
export const bulkSelectionSchema = z.object({
  kind: z.literal('setujuiMassal'),
  ...made,
  items: boundedList(bulkItemSchema, { min: 1, max: mostInBulk }),
});
/** Selects usul to be approved in bulk. */
export type BulkSelection = z.infer<typeof bulkSelectionSchema>;

/** Approves what is left of a batch whose sample was found clean. */
export const bulkConfirmationSchema = z.object({
  kind: z.literal('sahkanMassal'),
  ...made,
  bulkId: bulkIdSchema,
});
/** Approves what is left of a batch. */
export type BulkConfirmation = z.infer<typeof bulkConfirmationSchema>;

/** Gives a batch up: what of it was not decided waits as before. */
export const bulkCancellationSchema = z.object({
  kind: z.literal('batalkanMassal'),
  ...made,
  bulkId: bulkIdSchema,
});
/** Gives a batch up. */
export type BulkCancellation = z.infer<typeof bulkCancellationSchema>;

/** Any command about a batch. */
export type BulkCommand = BulkSelection | BulkConfirmation | BulkCancellation;
/** Names of the kinds of command about a batch. */
export const bulkKindNames = ['setujuiMassal', 'sahkanMassal', 'batalkanMassal'] as const;
