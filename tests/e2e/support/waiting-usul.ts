import { readUsulByIds } from '#server/usul/usul-reader.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';

/** What waits for a verifikator at the office of an account, the most urgent first. */
export async function waitingUsul(
  desk: Pick<Desk, 'db'>,
  username: string,
): Promise<readonly Usul[]> {
  const rows = await desk.db
    .selectFrom('usul')
    .innerJoin('appointment', 'appointment.scope_id', 'usul.opd_id')
    .innerJoin('account', 'account.id', 'appointment.account_id')
    .where('account.username', '=', username)
    .where('usul.keadaan', '=', 'menunggu')
    .where('usul.stage', '=', 'verifikasi')
    .select('usul.id')
    .execute();
  const usuls = await readUsulByIds(
    desk.db,
    rows.map(({ id }) => id),
  );
  return usuls.toSorted((a, b) => a.deadline.localeCompare(b.deadline) || a.id.localeCompare(b.id));
}
