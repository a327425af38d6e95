import { randomUUID } from 'node:crypto';
import { endSessions } from '#server/accounts/accounts.ts';
import {
  endAppointment,
  findAppointments,
  insertAppointments,
  standingOf,
  type HeldAppointment,
} from '#server/accounts/appointments.ts';
import { writeAudit } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isSamePerson } from '#shared/workflow/authority/own-usul.ts';

/** An account that may be one of several of a person. */
export interface MergeableAccount {
  readonly id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly displayName: string;
}

/** Why two accounts are not merged: they are one, or nothing says that they are of one person, or their NIP says that they are not. */
export type MergeRefusal = 'sama' | 'bukan_satu_orang' | 'nip_berbeda';

/** Accounts that seem to be of one person each: by one NIP, else by one name where no two NIP speak against it. */
export async function findMergeable(db: Db): Promise<readonly (readonly MergeableAccount[])[]> {
  const groups: MergeableAccount[][] = [];
  for (const account of await listOpen(db)) {
    const group = groups.find((some) => some.every((one) => whyNotMerged(one, account) === null));
    if (group) group.push(account);
    else groups.push([account]);
  }
  return groups.filter(({ length }) => length > 1);
}

/**
 * Makes one account of two, in one transaction: what the merged one is appointed to is given to the kept one and ended there;
 * its sessions end, and nobody signs in to it any more. What was done under it stays under its name in the chain, and its PCs
 * hand over what waits there. Answers how many appointments moved.
 */
export async function mergeAccounts(
  db: Db,
  kept: MergeableAccount,
  merged: MergeableAccount,
  now: Date,
): Promise<Result<number, MergeRefusal>> {
  const refusal = kept.id === merged.id ? 'sama' : whyNotMerged(kept, merged);
  if (refusal) return fail(refusal);
  return inTransaction(db, async (tx) => {
    const ids = [kept.id, merged.id].toSorted();
    await tx
      .selectFrom('account')
      .select('id')
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute();
    const moved = await moveAppointments(tx, kept, merged, now);
    const nip = kept.nip ?? merged.nip;
    await tx
      .updateTable('account')
      .set({ active: false, merged_into: kept.id, nip })
      .where('id', '=', merged.id)
      .execute();
    await tx.updateTable('account').set({ nip }).where('id', '=', kept.id).execute();
    await endSessions(tx, merged.id, now);
    await writeAudit(tx, {
      accountId: null,
      deviceId: null,
      action: 'akun_digabung',
      details: { kept: kept.id, merged: merged.id, moved },
    });
    return succeed(moved);
  });
}

/** The user name of the account into which one was merged; undefined: it was not. */
export async function mergedInto(db: Db | Tx, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('account as kept', 'kept.id', 'account.merged_into')
    .select('kept.username')
    .where('account.id', '=', accountId)
    .executeTakeFirst();
  return row?.username;
}

async function moveAppointments(
  tx: Tx,
  kept: MergeableAccount,
  merged: MergeableAccount,
  now: Date,
): Promise<number> {
  const isOpen = (held: HeldAppointment): boolean => standingOf(held, now) !== 'berakhir';
  const there = (await findAppointments(tx, kept.id)).filter(isOpen);
  const open = (await findAppointments(tx, merged.id)).filter(isOpen);
  const missing = open.filter((held) => !there.some((one) => isSameDuty(one, held)));
  await insertAppointments(
    tx,
    missing.map(({ account: { role, scope }, validFrom, validUntil, letter }) => ({
      id: randomUUID(),
      accountId: kept.id,
      role,
      scope,
      validFrom,
      validUntil,
      letter,
      appointedBy: null,
    })),
  );
  for (const { account } of open) await endAppointment(tx, account.appointmentId, null, now);
  return missing.length;
}

function isSameDuty({ account: one }: HeldAppointment, { account: other }: HeldAppointment) {
  return one.role === other.role && JSON.stringify(one.scope) === JSON.stringify(other.scope);
}

function whyNotMerged(one: MergeableAccount, other: MergeableAccount): MergeRefusal | null {
  if (isSamePerson(one, other)) return null;
  if (one.nip !== null && other.nip !== null) return 'nip_berbeda';
  return plain(one.displayName) === plain(other.displayName) ? null : 'bukan_satu_orang';
}

/** A name without titles' marks, spaces and case: the same person is typed in many ways. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}

async function listOpen(db: Db): Promise<readonly MergeableAccount[]> {
  return db
    .selectFrom('account')
    .select(['id', 'username', 'nip', 'display_name as displayName'])
    .where('merged_into', 'is', null)
    .where('active', '=', true)
    .orderBy('created_at')
    .orderBy('username')
    .execute();
}
