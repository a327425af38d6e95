import { finalRefusal, isRouteMissing } from '#renderer/workers/sync/final-refusal.ts';
import type { Step, Trouble } from '#renderer/workers/sync/sync-ports.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Command } from '#shared/workflow/commands.ts';

/** What was answered, also when trouble ended the delivery before its end. */
export interface Delivery {
  readonly results: readonly CommandResult[];
  readonly trouble: Trouble | null;
}

/** Sends one batch. */
export type SendBatch = (batch: readonly Command[]) => Promise<Step<readonly CommandResult[]>>;

/** Delivers a batch; one that is refused as a whole is taken apart, so that one command never takes others with it. */
export async function deliver(send: SendBatch, batch: readonly Command[]): Promise<Delivery> {
  const answer = await send(batch);
  if (answer.ok) return { results: answer.value, trouble: null };
  const refusal = finalRefusal(answer.error);
  if (!refusal || isRouteMissing(refusal)) return { results: [], trouble: answer.error };
  const [only, ...others] = batch;
  if (only && others.length === 0) {
    const { error } = refusal;
    return { results: [{ kind: 'ditolak', id: only.id, error, current: null }], trouble: null };
  }
  const middle = Math.ceil(batch.length / 2);
  const left = await deliver(send, batch.slice(0, middle));
  if (left.trouble) return left;
  const right = await deliver(send, batch.slice(middle));
  return { results: [...left.results, ...right.results], trouble: right.trouble };
}
