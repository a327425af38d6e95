import { z } from 'zod';
import { instantText } from '#shared/kernel/bounded.ts';
import { activeStageSchema } from '#shared/records/usul.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

/** Longest reason of a takeover, as it is typed. */
export const maxTakeReason = 500;

/**
 * `stage`: at which it waited before the person's eyes; `assignment`: the number of what he or she was told of who has it
 * (`ToldAssignment`). `madeAt` is the PC's clock, kept as a statement.
 */
const common = {
  id: z.uuidv7().toLowerCase(),
  usulId: z.uuid().toLowerCase(),
  stage: activeStageSchema,
  assignment: z.int().positive(),
  madeAt: instantText,
  appointmentId: appointmentIdSchema.exactOptional(),
};

/** Whoever opens an usul that nobody has takes it. */
export const takeCommandSchema = z.object({ kind: z.literal('ambil'), ...common });
/** Whoever opens an usul that nobody has takes it. */
export type TakeCommand = z.infer<typeof takeCommandSchema>;

/** Takes an usul over from whoever has it, for a reason that he or she is told. */
export const takeOverCommandSchema = z.object({
  kind: z.literal('ambil_alih'),
  ...common,
  reason: z.string().trim().min(1).max(maxTakeReason).refine(saysSomething),
});
/** Takes an usul over from whoever has it. */
export type TakeOverCommand = z.infer<typeof takeOverCommandSchema>;
