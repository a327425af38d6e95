import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { ReceivedPage } from '#shared/contract/changes.ts';
import type { Usul } from '#shared/records/usul.ts';

/** Keeps what a page says beside its usul, where it is something new; an older server says nothing of it. */
export async function notePageNews(
  database: AccountDatabase,
  { ticketNews, correctionForbidden }: ReceivedPage,
): Promise<void> {
  if (ticketNews !== undefined && ticketNews !== (await readMeta(database, 'ticketNews'))) {
    await writeMeta(database, 'ticketNews', ticketNews);
  }
  const known = await readMeta(database, 'correctionForbidden');
  if (correctionForbidden !== undefined && known?.join() !== correctionForbidden.join()) {
    await writeMeta(database, 'correctionForbidden', correctionForbidden);
  }
}

/** An usul under what the server said last of corrections, which is newer than what came with the usul. */
export async function underPolicyNow(database: AccountDatabase, usul: Usul): Promise<Usul> {
  const forbidden = await readMeta(database, 'correctionForbidden');
  if (forbidden === undefined) return usul;
  const isForbidden = forbidden.includes(usul.recordType);
  if (isForbidden === (usul.correctionForbidden === true)) return usul;
  if (isForbidden) return { ...usul, correctionForbidden: true };
  const { correctionForbidden: _before, ...free } = usul;
  return free;
}
