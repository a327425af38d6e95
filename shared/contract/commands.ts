import { z } from 'zod';
import { boundedList, codeText, instantText } from '#shared/kernel/bounded.ts';
import { apiErrorSchema, receivedErrorSchema } from '#shared/contract/api-error.ts';
import { usulPositionSchema } from '#shared/records/usul.ts';
import { commandKinds } from '#shared/workflow/commands.ts';
import { decisionSchema, outcomeSchema } from '#shared/workflow/decision.ts';

/** Most commands of one batch. */
const maxCommands = 100;

/**
 * A batch of commands. Each element is parsed alone, as its `kind` asks: one that does not parse, or whose kind this
 * server does not know, is refused with `tidak_sah` and the rest goes on. An element must at least carry its `id`.
 */
export const commandBatchSchema = z.object({
  commands: boundedList(z.looseObject({ id: z.uuid() }), { min: 1, max: maxCommands }),
});
/** A command as it came: nothing of it but its id is known to be right. */
export type CommandElement = z.infer<typeof commandBatchSchema>['commands'][number];

/** An element from who knew decisions alone: one that names no kind is a decision. */
export function elementOfDecision(element: CommandElement): CommandElement {
  return { kind: 'putusan', ...element };
}

/** A batch as the client builds it. */
export const commandBatchOutSchema = z.object({
  commands: z.array(commandKinds.schema).max(maxCommands),
});

/**
 * The answer to one command. `diterima` is final and repeats word for word however often the same command arrives;
 * `ditolak` carries the reason and where the usul stands now (null when the account may not know). `receipt` (since 8) is
 * opaque text that proves it, to be kept and shown with every pull.
 */
export const commandResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('diterima'),
    id: z.uuid(),
    receivedAt: instantText,
    chainSeq: z.int().positive(),
    hash: codeText,
    receipt: z.string().max(200).exactOptional(),
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
/** The answer to one command. */
export type CommandResult = z.infer<typeof commandResultSchema>;

const receivedResultSchema = z.discriminatedUnion('kind', [
  commandResultSchema.options[0],
  commandResultSchema.options[1].extend({ error: receivedErrorSchema }),
]);
const receivedResultsSchema = z.object({ results: z.array(z.unknown()).max(maxCommands) });

/**
 * Reads the answer to a batch, each result alone: a command whose result this client cannot read is left without one
 * and goes again, while the others are settled. Undefined when it is no such answer at all.
 */
export function readCommandResults(data: unknown): CommandResult[] | undefined {
  const body = receivedResultsSchema.safeParse(data);
  if (!body.success) return undefined;
  return body.data.results.flatMap((raw) => receivedResultSchema.safeParse(raw).data ?? []);
}

/** One result for each command of the batch, in its order. */
export const commandResultsSchema = z.object({
  results: z.array(commandResultSchema).max(maxCommands),
});

/** Most commands that are asked for at once. */
export const maxReceiptsAsked = 200;
/** Ids of commands of which a PC holds receipts. */
export const receiptQuestionSchema = z.object({
  ids: z.array(z.uuid()).min(1).max(maxReceiptsAsked),
});
/** The answers of those commands that the server has; of any other it says nothing. */
export const receiptsSchema = z.object({
  receipts: z.array(commandResultSchema.options[0]).max(maxReceiptsAsked),
});

/** A batch on the route of clients that knew decisions alone; each element is taken as a decision. */
export const decisionBatchSchema = z.object({ decisions: commandBatchSchema.shape.commands });

/** A batch as those clients build it. */
export const decisionBatchOutSchema = z.object({
  decisions: z.array(decisionSchema.extend({ outcome: outcomeSchema })).max(maxCommands),
});
