import { z } from 'zod';
import { boundedList, codeText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { activeStageSchema } from '#shared/records/usul.ts';
import { assignmentFilterSchema, ruleSettingSchema } from '#shared/contract/assignment.ts';
import { assignmentRuleSchema } from '#shared/workflow/assignment/assignment-rule.ts';
import { substitutionKindSchema } from '#shared/workflow/assignment/substitution.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

/** Most rows that are told at once. */
const maxListed = 2_000;

/** The scope of which it is asked how usul come to people; `id` is empty for `bkn_pusat`. Without `kind`: all that the admin is over. */
export const assignmentQuerySchema = z.object({
  kind: z.enum(['opd', 'instansi', 'kanreg', 'bkn_pusat']).optional(),
  id: codeText.default(''),
});

/**
 * The rules of a scope, of each stage the newest version first, and who decides there, with how much waits for each; `units` (since
 * 13): the unor of an OPD, absent for what is none.
 */
export const managedAssignmentSchema = z.object({
  rules: z
    .array(
      z.object({
        stage: activeStageSchema,
        version: z.int().positive(),
        validFrom: localDateSchema,
        rule: assignmentRuleSchema,
      }),
    )
    .max(maxListed),
  people: z
    .array(
      z.object({
        appointmentId: z.uuid(),
        /** Since 13. */
        accountId: z.uuid().exactOptional(),
        stage: activeStageSchema,
        name: lineText,
        onLeave: z.boolean(),
        load: z.int().nonnegative(),
      }),
    )
    .max(maxListed),
  units: z
    .array(z.object({ id: codeText, name: lineText }))
    .max(maxListed)
    .exactOptional(),
});
/** How usul of a scope come to people. */
export type ManagedAssignment = z.infer<typeof managedAssignmentSchema>;

/** A rule to set. */
export const newRuleSchema = ruleSettingSchema;
/** The version of a rule that was set, and how many usul came to people by it at once. */
export const keptRuleSchema = z.object({
  version: z.int().positive(),
  given: z.int().nonnegative(),
});

/** Usul that wait at the stage of an appointment, to its holder. */
export const handAssignmentSchema = z.strictObject({
  to: appointmentIdSchema,
  filter: assignmentFilterSchema,
  reason: z.string().trim().max(500),
});
/** What is to be given to whom. */
export type HandAssignment = z.infer<typeof handAssignmentSchema>;
/** How many came to that person, and of the others, by why they were left, how many. */
export const handAssignedSchema = z.object({
  assigned: z.int().nonnegative(),
  left: z.object({
    milik_sendiri: z.int().nonnegative(),
    sudah_memutus: z.int().nonnegative(),
    di_luar_cakupan: z.int().nonnegative(),
  }),
});

/** What became of it. */
export type HandAssigned = z.infer<typeof handAssignedSchema>;

/** Days on which somebody is away; both belong to it. */
export const newAbsenceSchema = z
  .strictObject({
    accountId: z.uuid().toLowerCase(),
    from: localDateSchema,
    until: localDateSchema,
  })
  .refine(({ from, until }) => from <= until);
/** The absences that are not over. */
export const absencesSchema = z.object({
  absences: boundedList(
    z.object({
      id: z.uuid(),
      accountId: z.uuid(),
      displayName: lineText,
      from: localDateSchema,
      until: localDateSchema,
    }),
    { max: maxListed },
  ),
});
/** The absences that are not over. */
export type Absences = z.infer<typeof absencesSchema>;

/** Who acts in whose place, between two days that both belong to it, by a letter. */
export const newSubstitutionSchema = z
  .strictObject({
    holderId: appointmentIdSchema,
    substituteId: z.uuid().toLowerCase(),
    kind: substitutionKindSchema,
    from: localDateSchema,
    until: localDateSchema,
    letter: z.strictObject({
      number: z.string().trim().min(1).max(200).refine(isPlainLine),
      date: localDateSchema,
    }),
  })
  .refine(({ from, until }) => from <= until);
/** The substitutions that nobody has ended. */
export const substitutionsSchema = z.object({
  substitutions: boundedList(
    z.object({
      id: z.uuid(),
      holder: lineText,
      substitute: lineText,
      kind: substitutionKindSchema,
      from: localDateSchema,
      until: localDateSchema,
      letterNumber: codeText,
    }),
    { max: maxListed },
  ),
});

/** The substitutions that nobody has ended. */
export type Substitutions = z.infer<typeof substitutionsSchema>;

/** The id of what was noted down, or is to end. */
export const notedSchema = z.object({ id: z.uuid().toLowerCase() });
