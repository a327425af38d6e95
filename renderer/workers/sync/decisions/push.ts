import { applyResults, takeBatch } from '#renderer/data/outbox/delivery.ts';
import { evictUnreferenced } from '#renderer/data/repositories/documents.ts';
import { aboutTheCaller, finalRefusal } from '#renderer/workers/sync/final-refusal.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts, Trouble } from '#renderer/workers/sync/sync-ports.ts';
import type { DecisionResult } from '#shared/contract/decisions.ts';
import type { Decision } from '#shared/domain/model/decision.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const batchSize = 50;

/**
 * Delivers what waits, batch after batch: marked `mengirim` on the disk, then sent, then the answers are applied. An
 * answer that is lost leaves the entries `mengirim`; they go again under the same ids, which the server knows.
 */
export async function push(ports: SyncPorts, holdMs: number): Promise<Step<{ sent: number }>> {
  let sent = 0;
  const done = new Set<string>();
  for (;;) {
    // A session that must be renewed is renewed before anything is marked: what is not sent stays correctable.
    const ready = await withAccess(ports, async () => succeed(undefined));
    if (!ready.ok) return ready;
    const clock = { now: ports.now(), holdMs };
    // What the server left without a result does not go again in this round, and keeps nothing else back.
    const batch = await takeBatch(ports.database, batchSize, clock, done);
    if (batch.length === 0) return succeed({ sent });
    const delivery = await deliver(ports, batch);
    // A fault of the server met by one decision is no refusal: that one stays as it is and goes again later.
    const final = delivery.results.filter(
      (result) => result.kind === 'diterima' || !aboutTheCaller.includes(result.error.kind),
    );
    const delivered = await applyResults(ports.database, final, new Date(ports.now()));
    await evictUnreferenced(ports.database, delivered.released);
    for (const { id } of batch) done.add(id);
    sent += delivered.accepted + delivered.refused;
    if (delivery.trouble) return fail(delivery.trouble);
  }
}

/** What was answered, also when trouble ended the delivery before its end. */
interface Delivery {
  readonly results: readonly DecisionResult[];
  readonly trouble: Trouble | null;
}

// A batch that is refused as a whole is taken apart, so that one decision can never take others down with it.
async function deliver(ports: SyncPorts, batch: readonly Decision[]): Promise<Delivery> {
  const answer = await withAccess(ports, (token) => ports.api.deliver(token, batch));
  if (answer.ok) return { results: answer.value, trouble: null };
  const refusal = finalRefusal(answer.error);
  if (!refusal) return { results: [], trouble: answer.error };
  const [only, ...others] = batch;
  if (only && others.length === 0) {
    const { error } = refusal;
    return { results: [{ kind: 'ditolak', id: only.id, error, current: null }], trouble: null };
  }
  const middle = Math.ceil(batch.length / 2);
  const left = await deliver(ports, batch.slice(0, middle));
  if (left.trouble) return left;
  const right = await deliver(ports, batch.slice(middle));
  return { results: [...left.results, ...right.results], trouble: right.trouble };
}
