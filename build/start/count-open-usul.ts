import type { ShownAccount } from '#build/start/demo-accounts.ts';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments } from '#server/accounts/appointments.ts';
import type { Db } from '#server/store/database.ts';
import { activeStages, type ActiveStage } from '#shared/records/usul.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { QueueTask } from '#shared/workflow/authority/roles.ts';
import { queueKeyOf, queueOf } from '#shared/workflow/queues.ts';

/** The accounts with the usul that wait for each of them now: to be decided, or for an answer. */
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
    const held = (await findAppointments(db, known.id)).map(({ account }) => account);
    const counts = await Promise.all(held.map((account) => countFor(db, account)));
    const openUsul = counts.reduce((sum, count) => sum + count, 0);
    const [first, ...others] = held.map(({ role }) => role);
    const roles = { ...(first && { role: first }), ...(others.length > 0 && { also: others }) };
    counted.push({ ...shown, ...roles, openUsul });
  }
  return counted;
}

/** Counted in the queue that the account's desk reads, so that the table and the inbox cannot differ. */
async function countFor(db: Db, { id, role, scope }: Account): Promise<number> {
  const queueKey = queueKeyOf(role, scope);
  if (queueKey === null) return 0;
  let count = 0;
  for (const kind of ['menunggu', 'koordinasi'] as const) {
    const stages = activeStages.filter((stage) =>
      acting.includes(queueOf(role, scope, { kind, stage })),
    );
    if (stages.length > 0) count += await countAt(db, { queueKey, accountId: id }, kind, stages);
  }
  return count;
}

/** What somebody who sits there does himself or herself. */
const acting: readonly (QueueTask | null)[] = ['decide', 'answer'];

async function countAt(
  db: Db,
  { queueKey, accountId }: { readonly queueKey: string; readonly accountId: string },
  kind: 'menunggu' | 'koordinasi',
  stages: readonly ActiveStage[],
): Promise<number> {
  const { count } = await db
    .selectFrom('feed_entry')
    .innerJoin('usul', 'usul.id', 'feed_entry.usul_id')
    .where('feed_entry.queue_key', '=', queueKey)
    .where('feed_entry.present', '=', true)
    .where('usul.keadaan', '=', kind)
    .where('usul.stage', 'in', stages)
    // What colleagues have is theirs to decide.
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('usul_assignment')
            .innerJoin('appointment', 'appointment.id', 'usul_assignment.appointment_id')
            .select('usul_assignment.id')
            .whereRef('usul_assignment.usul_id', '=', 'usul.id')
            .whereRef('usul_assignment.stage', '=', 'usul.stage')
            .where('usul_assignment.ended_at', 'is', null)
            .where('appointment.account_id', '!=', accountId),
        ),
      ),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
