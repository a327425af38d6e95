import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import type { Credentials } from '#tests/e2e/support/verifikator.ts';

/** A verifikator of another office in the small demonstration, who has no other appointment to be asked about. */
export async function otherVerifikator({ db }: Pick<Desk, 'db'>): Promise<Credentials> {
  const account = await db
    .selectFrom('account')
    .innerJoin('appointment', 'appointment.account_id', 'account.id')
    .select('username')
    .where('role', '=', 'verifikator')
    .where('scope_id', '<>', (eb) =>
      eb
        .selectFrom('appointment as taken')
        .innerJoin('account as busy', 'busy.id', 'taken.account_id')
        .select('taken.scope_id')
        .where('busy.username', '=', busyVerifikator.username),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('appointment as more')
            .select('more.id')
            .whereRef('more.account_id', '=', 'account.id')
            .whereRef('more.id', '<>', 'appointment.id'),
        ),
      ),
    )
    .orderBy('username')
    .executeTakeFirstOrThrow();
  return { username: account.username, password: busyVerifikator.password };
}
