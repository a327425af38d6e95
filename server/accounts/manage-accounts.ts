import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { endSessions, nipAsTyped } from '#server/accounts/accounts.ts';
import {
  addWaitingAccounts,
  activationDays,
  hashOfNobodysPassword,
  makeActivationCodes,
  resetPassword,
} from '#server/accounts/activation.ts';
import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import { removeFactor } from '#server/accounts/factor/second-factor.ts';
import { findManagedAccount } from '#server/accounts/list-accounts.ts';
import { mergedInto } from '#server/accounts/merge-accounts.ts';
import { hasOtherAdmin, lockRealm, realmKey, type Realm } from '#server/accounts/realm.ts';
import { actOf, writeAudit } from '#server/store/audit.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { ActivationSlip, ManagedAccount } from '#shared/contract/admin/accounts.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** An account that an admin adds. */
export interface AddedAccount {
  readonly username: string;
  readonly displayName: string;
  readonly nip: string | null;
}

/** Adds an account that waits for its code, which is told this one time. */
export async function addManagedAccount(
  db: Db,
  admin: Admin,
  added: AddedAccount,
): Promise<Result<ActivationSlip, ApiError>> {
  const nip = added.nip === null ? null : nipAsTyped(added.nip) || null;
  const account = { ...added, nip, id: randomUUID() };
  // Else it would be found in the place of the one whose NIP it is.
  if (/^\d{18}$/u.test(account.username) && account.username !== nip) {
    return refuse(adminRefusals.usernameIsNip);
  }
  const waitingHash = await hashOfNobodysPassword();
  try {
    return await inTransaction(db, async (tx) => {
      if (nip !== null && !(await mayHaveNip(tx, admin.realm, nip))) {
        return refuse(adminRefusals.foreignNip);
      }
      await addWaitingAccounts(tx, [account], waitingHash, realmKey(admin.realm));
      await writeAudit(tx, actOf(admin.acting, 'akun_dibuat', { holder: account.id }));
      return succeed(await makeSlip(tx, account, admin.now));
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse(adminRefusals.taken);
  }
}

/** Takes the password of an account away; its code is told this one time. */
export async function resetManagedAccount(
  db: Db,
  admin: Admin,
  id: string,
): Promise<Result<ActivationSlip, ApiError>> {
  return inTransaction(db, async (tx) => {
    const held = await lockManagedAccount(tx, admin, id);
    if (!held.ok) return held;
    const account = held.value;
    if (account.state === 'nonaktif') return refuse(adminRefusals.closed);
    await lockRealm(tx, admin.realm);
    if (!(await mayLose(tx, admin, account))) return refuse(adminRefusals.lastAdmin);
    await resetPassword(tx, id, admin.now);
    await writeAudit(tx, actOf(admin.acting, 'akun_diatur_ulang', { holder: id }));
    return succeed(await makeSlip(tx, account, admin.now));
  });
}

/**
 * Takes the second factor of an account away, with its sessions: of one whose telephone is gone. Its password is not touched, and
 * where a task of its asks for a factor, the next sign-in leads to another one.
 */
export async function resetManagedFactor(
  db: Db,
  admin: Admin,
  id: string,
): Promise<Result<ManagedAccount, ApiError>> {
  return inTransaction(db, async (tx) => {
    const held = await lockManagedAccount(tx, admin, id);
    if (!held.ok) return held;
    const account = held.value;
    const entry = actOf(admin.acting, 'faktor_diatur_ulang', { holder: id });
    if (!(await removeFactor(tx, id, entry))) return refuse(adminRefusals.noFactor);
    await endSessions(tx, id, admin.now);
    return succeed({ ...account, factor: false });
  });
}

/** Closes an account, or opens it again; what it was appointed to stays as it is. */
export async function setManagedAccount(
  db: Db,
  admin: Admin,
  id: string,
  active: boolean,
): Promise<Result<ManagedAccount, ApiError>> {
  return inTransaction(db, async (tx) => {
    const held = await lockManagedAccount(tx, admin, id);
    if (!held.ok) return held;
    const account = held.value;
    if ((account.state !== 'nonaktif') === active) return succeed(account);
    if (active && (await mergedInto(tx, id)) !== undefined) return refuse(adminRefusals.merged);
    await lockRealm(tx, admin.realm);
    if (!active && !(await mayLose(tx, admin, account))) return refuse(adminRefusals.lastAdmin);
    await tx.updateTable('account').set({ active }).where('id', '=', id).execute();
    const action = active ? 'akun_dibuka' : 'akun_ditutup';
    await writeAudit(tx, actOf(admin.acting, action, { holder: id }));
    const now = await findManagedAccount(tx, admin, id);
    return now ? succeed(now) : notFound();
  });
}

/** The account as it stays until the transaction ends; of the admin's own people, not the own one nor one that is appointed elsewhere. */
async function lockManagedAccount(
  tx: Tx,
  admin: Admin,
  id: string,
): Promise<Result<ManagedAccount, ApiError>> {
  await tx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
  const account = await findManagedAccount(tx, admin, id);
  if (!account) return notFound();
  if (account.id === admin.acting.accountId) return refuse(adminRefusals.ownAccount);
  return account.elsewhere ? refuse(adminRefusals.elsewhere) : succeed(account);
}

/** Whether there is an admin who can sign in without this account, where it is one. */
async function mayLose(tx: Tx, admin: Admin, { id, roles }: ManagedAccount): Promise<boolean> {
  if (!roles.includes('admin')) return true;
  return hasOtherAdmin(tx, admin.realm, admin.today, { accountId: id });
}

async function makeSlip(
  tx: Tx,
  account: Pick<ManagedAccount, 'id' | 'username' | 'displayName' | 'nip'>,
  now: Date,
): Promise<ActivationSlip> {
  const code = (await makeActivationCodes(tx, [account.id], now)).get(account.id);
  if (code === undefined) throw new Error('An account that waits gets no code.');
  const { id: accountId, username, displayName, nip } = account;
  const validUntil = new Date(now.getTime() + activationDays * 86_400_000).toISOString();
  return { accountId, username, displayName, nip, code, validUntil };
}

/** Whether an account of this realm may carry a NIP: the instansi's own; BKN's people are employees of nobody here. */
async function mayHaveNip(tx: Tx, realm: Realm, nip: string): Promise<boolean> {
  const { rows } = await sql<{ instansi_id: string }>`
    SELECT opd.instansi_id FROM employee JOIN opd ON opd.id = employee.opd_id WHERE employee.nip = ${nip}`.execute(
    tx,
  );
  const [employer] = rows;
  return realm.kind === 'instansi' ? employer?.instansi_id === realm.id : !employer;
}
