import { endOf, findAppointment, standingOf } from '#server/accounts/appointments.ts';
import type { ThreadRow } from '#server/threads/append-message.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { heldUntil } from '#shared/workflow/threads/thread-rules.ts';

/** Who answers a thread now. */
export interface ThreadHolder {
  readonly accountId: string;
  readonly name: string;
  readonly until: Date;
}

/**
 * Who holds a thread at a moment: until the appointment ends, the account is switched off, or nothing is heard of the holder
 * for `holdHours`. Null: nobody, so that any of those who answer may take it on.
 */
export async function findHolder(
  db: Db | Tx,
  { holder_id: holderId, held_at: heldAt }: Pick<ThreadRow, 'holder_id' | 'held_at'>,
  now: Date,
): Promise<ThreadHolder | null> {
  if (holderId === null || heldAt === null) return null;
  const lapses = heldUntil(heldAt);
  if (lapses <= now) return null;
  const held = await findAppointment(db, holderId);
  if (!held?.active || standingOf(held, now) !== 'berlaku') return null;
  const ends = endOf(held);
  const { id: accountId, displayName: name } = held.account;
  return { accountId, name, until: ends && ends < lapses ? ends : lapses };
}

/** Who else than this account holds the question that an usul waits for; null: nobody. */
export async function findOtherHolder(
  db: Db | Tx,
  usul: { readonly id: string; readonly revision: number },
  accountId: string,
  now: Date,
): Promise<ThreadHolder | null> {
  const thread = await db
    .selectFrom('thread')
    .select(['holder_id', 'held_at'])
    .where('usul_id', '=', usul.id)
    .where('revision', '=', usul.revision)
    .where('state', '=', 'terbuka')
    .executeTakeFirst();
  const holder = thread ? await findHolder(db, thread, now) : null;
  return holder?.accountId === accountId ? null : holder;
}
