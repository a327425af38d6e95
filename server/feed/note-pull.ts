import type { Db } from '#server/store/database.ts';

/** Between two notes of the same session, in milliseconds: a pull that answers many pages writes once. */
export const pullNotedEveryMs = 60_000;

/**
 * Notes that a session asked for changes. What came to be later than that, and a note may be late by
 * `pullNotedEveryMs`, its PC has never been sent.
 */
export async function notePull(
  db: Db,
  session: { readonly sessionId: string; readonly pulledAt: Date | null },
  now: Date,
): Promise<void> {
  const { sessionId, pulledAt } = session;
  if (pulledAt && now.getTime() - pulledAt.getTime() < pullNotedEveryMs) return;
  await db.updateTable('session').set({ pulled_at: now }).where('id', '=', sessionId).execute();
}

/** When an account last asked for changes on a PC; null: never, or before that was noted. */
export async function lastPull(db: Db, accountId: string, deviceId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('session')
    .select((eb) => eb.fn.max('pulled_at').as('at'))
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  return row?.at ?? null;
}
