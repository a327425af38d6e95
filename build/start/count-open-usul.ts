import type { ShownAccount } from '#build/start/demo-accounts.ts';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments } from '#server/accounts/appointments.ts';
import type { Db } from '#server/store/database.ts';
import { activeStages } from '#shared/records/usul.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { queueKeyOf, queueOf } from '#shared/workflow/queues.ts';

/** The accounts with the usul that wait for each of them now: what its inbox calls "Belum diperiksa". */
export async function countOpenUsul(
  db: Db,
  accounts: readonly ShownAccount[],
): Promise<readonly ShownAccount[]> {
  const counted: ShownAccount[] = [];
  for (const shown of accounts) {
    const known = await findAccountByLogin(db, shown.username);
    if (!known) {
      counted.push(shown);
      continue;
    }
    const counts = (await findAppointments(db, known.id)).map(({ account }) =>
      countFor(db, account),
    );
    const openUsul = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    counted.push({ ...shown, openUsul });
  }
  return counted;
}

/** Counted in the queue that the account's desk reads, so that the table and the inbox cannot differ. */
async function countFor(db: Db, { role, scope }: Account): Promise<number> {
  const queueKey = queueKeyOf(role, scope);
  const decided = activeStages.filter(
    (stage) => queueOf(role, scope, { kind: 'menunggu', stage }) === 'decide',
  );
  if (queueKey === null || decided.length === 0) return 0;
  const { count } = await db
    .selectFrom('feed_entry')
    .innerJoin('usul', 'usul.id', 'feed_entry.usul_id')
    .where('feed_entry.queue_key', '=', queueKey)
    .where('feed_entry.present', '=', true)
    .where('usul.keadaan', '=', 'menunggu')
    .where('usul.stage', 'in', decided)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
