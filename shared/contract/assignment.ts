import { z } from 'zod';
import { boundedList, codeText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { activeStageSchema } from '#shared/records/usul.ts';
import { assignmentRuleSchema } from '#shared/workflow/assignment/assignment-rule.ts';
import { appointmentIdSchema, scopeSchema } from '#shared/workflow/authority/account.ts';

/** A rule as somebody sets it; `validFrom` absent: from today on. */
export const ruleSettingSchema = z.strictObject({
  scope: scopeSchema,
  stage: activeStageSchema,
  rule: assignmentRuleSchema,
  validFrom: localDateSchema.exactOptional(),
});
/** A rule as somebody sets it. */
export type RuleSetting = z.infer<typeof ruleSettingSchema>;

/** Which of the usul that wait are meant: all parts together; an absent one means any. */
export const assignmentFilterSchema = z.strictObject({
  usulIds: boundedList(z.uuid().toLowerCase(), { min: 1, max: 2_000 }).exactOptional(),
  opdIds: boundedList(codeText, { min: 1, max: 500 }).exactOptional(),
  unorIds: boundedList(codeText, { min: 1, max: 500 }).exactOptional(),
  recordTypes: boundedList(recordTypeIdSchema, { min: 1, max: 50 }).exactOptional(),
  /** Appointment of who has them. */
  heldBy: appointmentIdSchema.exactOptional(),
  /** Only what nobody has. */
  free: z.literal(true).exactOptional(),
});
/** Which of the usul that wait are meant. */
export type AssignmentFilter = z.infer<typeof assignmentFilterSchema>;
