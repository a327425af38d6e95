import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { roleSchema } from '#shared/workflow/authority/account.ts';

/** From which day those with a role must have a second factor; null: they may. */
const factorRuleSchema = z.looseObject({ role: roleSchema, from: localDateSchema.nullable() });

/** Of every role that there is in what the admin is over. */
export const factorPolicySchema = z.looseObject({ rules: z.array(factorRuleSchema).max(20) });
/** From which day which roles must have a second factor. */
export type FactorPolicy = z.infer<typeof factorPolicySchema>;

/** A rule to set. */
export const factorRuleChangeSchema = z.object({
  role: roleSchema,
  from: localDateSchema.nullable(),
});
