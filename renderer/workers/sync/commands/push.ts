import { applyResults, takeBatch } from '#renderer/data/outbox/delivery.ts';
import { evictUnreferenced } from '#renderer/data/documents/documents.ts';
import { deliver } from '#renderer/workers/sync/commands/deliver.ts';
import { aboutTheCaller } from '#renderer/workers/sync/final-refusal.ts';
import { renewNow, withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const batchSize = 50;

/**
 * A fault of the server met by one command is no refusal: that one stays as it is and goes again later. But where the session
 * stands and one command's own appointment has ended, nothing more will come of it here: the server keeps it for BKPSDM.
 */
function isFinal(result: CommandResult): boolean {
  if (result.kind === 'diterima') return true;
  const { kind } = result.error;
  return kind === 'penunjukan_berakhir' || !aboutTheCaller.includes(kind);
}

function isOfEnded(result: CommandResult): boolean {
  return result.kind === 'ditolak' && result.error.kind === 'penunjukan_berakhir';
}

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
    const delivery = await deliver(
      (part) => withAccess(ports, (token) => ports.api.deliver(token, part)),
      batch,
    );
    const final = delivery.results.filter(isFinal);
    const delivered = await applyResults(ports.database, final, new Date(ports.now()));
    await evictUnreferenced(ports.database, delivered.released);
    for (const { id } of batch) done.add(id);
    sent += delivered.accepted + delivered.refused;
    // The person is told now which appointment that was, not at the next renewal.
    if (final.some(isOfEnded)) {
      const told = await renewNow(ports);
      if (!told.ok) return told;
    }
    if (delivery.trouble) return fail(delivery.trouble);
  }
}
