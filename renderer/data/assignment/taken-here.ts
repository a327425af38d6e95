import { commandsOnUsul } from '#renderer/data/outbox/outbox-rows.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { CommandMark } from '#renderer/data/schema/stored-rows.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Whether a command takes an usul, or takes it over. */
export function isTaking({ kind }: Pick<CommandMark, 'kind'>): boolean {
  return kind === 'ambil' || kind === 'ambil_alih';
}

/** Whether an usul was taken on this PC, and the server has not said yet whose it is since. */
export async function isTakenHere(
  database: AccountDatabase,
  { id, assignment }: Usul,
): Promise<boolean> {
  const commands = await commandsOnUsul(database, id);
  const last = commands.findLast(isTaking);
  if (!last || last.state === 'ditolak') return false;
  const { progress } = last;
  if (progress.kind !== 'terkirim') return true;
  return assignment === undefined || assignment.since <= progress.receivedAt;
}
