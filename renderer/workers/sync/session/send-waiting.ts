import type { WaitingCommands } from '#renderer/data/outbox/read-waiting.ts';
import { deliver } from '#renderer/workers/sync/commands/deliver.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

const batchSize = 50;

/** What became of decisions that were sent out of a database that stays closed. */
export interface WaitingSent {
  readonly accepted: number;
  readonly refused: number;
  /** So many lie there and cannot be read. */
  readonly unreadable: number;
}

/**
 * Delivers what waits in a database that this application does not open, in a session of its own that is left again.
 * Nothing is written on this PC: the application that can open the database sends the same commands again, and the
 * server repeats its answers.
 */
export async function sendWaiting(
  api: ServerApi,
  { accessToken }: Session,
  { commands, unreadable }: WaitingCommands,
): Promise<Result<WaitingSent, Fault>> {
  const sum = { accepted: 0, refused: 0, unreadable };
  for (let from = 0; from < commands.length; from += batchSize) {
    const batch = commands.slice(from, from + batchSize);
    const { results, trouble } = await deliver((part) => api.deliver(accessToken, part), batch);
    for (const { kind } of results) sum[kind === 'diterima' ? 'accepted' : 'refused'] += 1;
    if (trouble?.kind === 'perlu_masuk') throw new Error('A session that just began has ended.');
    if (trouble) return fail(trouble);
  }
  await api.call('signOut', {}, { accessToken });
  return succeed(sum);
}
