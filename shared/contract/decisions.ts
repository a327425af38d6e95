import { z } from 'zod';
import { decisionSchema } from '#shared/workflow/decision.ts';
import { usulPositionSchema } from '#shared/records/usul.ts';
import { apiErrorSchema, receivedErrorSchema } from '#shared/contract/api-error.ts';

/**
 * A batch of decisions. Each element is parsed alone: one that does not parse is refused with `tidak_sah` and the rest
 * goes on. An element must at least carry its `id`.
 */
export const decisionBatchSchema = z.object({
  decisions: z
    .array(z.looseObject({ id: z.uuid() }))
    .min(1)
    .max(100),
});

/** A batch as the client builds it. */
export const decisionBatchOutSchema = z.object({ decisions: z.array(decisionSchema) });

/**
 * The answer to one decision. `diterima` is final and repeats word for word however often the same decision arrives;
 * `ditolak` carries the reason and where the usul stands now (null when the account may not know).
 */
export const decisionResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('diterima'),
    id: z.uuid(),
    receivedAt: z.iso.datetime(),
    chainSeq: z.int().positive(),
    hash: z.string(),
  }),
  z.object({
    kind: z.literal('ditolak'),
    id: z.uuid(),
    error: apiErrorSchema,
    current: z
      .object({
        position: usulPositionSchema,
        revision: z.int().positive(),
        version: z.int().positive(),
      })
      .nullable(),
  }),
]);
/** The answer to one decision. */
export type DecisionResult = z.infer<typeof decisionResultSchema>;

const receivedResultSchema = z.discriminatedUnion('kind', [
  decisionResultSchema.options[0],
  decisionResultSchema.options[1].extend({ error: receivedErrorSchema }),
]);
const receivedResultsSchema = z.object({ results: z.array(z.unknown()) });

/**
 * Reads the answer to a batch, each result alone: a decision whose result this client cannot read is left without one
 * and goes again, while the others are settled. Undefined when it is no such answer at all.
 */
export function readDecisionResults(data: unknown): DecisionResult[] | undefined {
  const body = receivedResultsSchema.safeParse(data);
  if (!body.success) return undefined;
  return body.data.results.flatMap((raw) => receivedResultSchema.safeParse(raw).data ?? []);
}

/** One result for each decision of the batch, in its order. */
export const decisionResultsSchema = z.object({ results: z.array(decisionResultSchema) });
