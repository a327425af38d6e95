import { z } from 'zod';
import { boundedList, boundedTable, codeText } from '#shared/kernel/bounded.ts';
import { appointmentIdSchema } from '#shared/workflow/authority/account.ts';

/** Key in a division by unor of those units that it does not name. */
export const otherUnor = '*';

/** Most people of one unor, and most units of one rule. */
const maxPeople = 200;
const maxUnor = 20_000;

/**
 * How the usul of a scope at a stage come to those who decide there:
 *
 * - `kolam`: they lie in a pool, and who decides first has decided. With `ambil`, whoever opens one takes it, and the others
 *   see that it is taken.
 * - `per_unor`: by the unor of the usul; several people of one unor share it as in `bergilir`. One that is not named goes
 *   to the people of `otherUnor`, and where there are none it lies in the pool.
 * - `bergilir`: in turn to whoever has least; all usul of one ASN to the same person.
 * - `manual`: somebody assigns them by hand; until then they lie in the pool.
 */
export const assignmentRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kolam'), ambil: z.boolean() }),
  z.strictObject({
    kind: z.literal('per_unor'),
    people: boundedTable(
      codeText,
      boundedList(appointmentIdSchema, { min: 1, max: maxPeople }),
      maxUnor,
    ),
  }),
  z.strictObject({ kind: z.literal('bergilir') }),
  z.strictObject({ kind: z.literal('manual') }),
]);
/** How usul come to people. */
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;

/** Where nobody set a rule: everybody of the scope sees all, and nobody has to take anything. */
export const usualRule: AssignmentRule = { kind: 'kolam', ambil: false };

/** The appointments that a rule names. */
export function namedIn(rule: AssignmentRule): readonly string[] {
  return rule.kind === 'per_unor' ? [...new Set(Object.values(rule.people).flat())] : [];
}
