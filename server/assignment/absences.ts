import { randomUUID } from 'node:crypto';
import { shareOutLeaves } from '#server/assignment/share-out-leaves.ts';
import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** Days on which somebody is away; both belong to it. */
export interface Absence {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * Notes that somebody is away, audited: rules pass him or her over on these days, and what they gave goes to others once the
 * first of them has come. Answers its id.
 */
export async function addAbsence(
  db: Db | Tx,
  { accountId, from, until }: Pick<Absence, 'accountId' | 'from' | 'until'>,
  by: Acting | null,
  now = new Date(),
): Promise<string> {
  const id = randomUUID();
  await inTransaction(db, async (tx) => {
    const row = {
      id,
      account_id: accountId,
      from_day: from,
      until_day: until,
      created_by: by?.accountId ?? null,
    };
    await tx.insertInto('absence').values(row).execute();
    const details = { cuti: id, holder: accountId, sejak: from, sampai: until };
    await writeAudit(tx, actOf(by, 'cuti', details));
  });
  await shareOutLeaves(db, now);
  return id;
}

/** Takes an absence back, audited. False: there is none, or it was taken back before. */
export async function endAbsence(
  db: Db,
  id: string,
  by: Acting | null,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('absence')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeAudit(tx, actOf(by, 'cuti_diakhiri', { cuti: id }));
    return true;
  });
}

/** The absences that are not over and were not taken back, the first one first. */
export async function listAbsences(db: Db | Tx, today: LocalDate): Promise<readonly Absence[]> {
  const rows = await db
    .selectFrom('absence')
    .innerJoin('account', 'account.id', 'absence.account_id')
    .select(['absence.id', 'account_id', 'username', 'display_name', 'from_day', 'until_day'])
    .where('ended_at', 'is', null)
    .where('until_day', '>=', today)
    .orderBy('from_day')
    .orderBy('absence.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    username: row.username,
    displayName: row.display_name,
    from: dayOf(row.from_day),
    until: dayOf(row.until_day),
  }));
}

function dayOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}
