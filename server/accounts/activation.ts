import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { endSessions, insertAccounts, type NewAccount } from '#server/accounts/accounts.ts';
import { endCodes } from '#server/accounts/one-time-code.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { writeAudit } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';

/** How long a code works: until the slips were handed out in every office. */
export const activationDays = 30;
/** Crockford's alphabet: nobody takes one letter for another, whoever copies it by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBits = 128;
const groupLength = 5;

/** Nobody knows this password, nor can: accounts under it wait for their codes. */
export async function hashOfNobodysPassword(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'));
}

/**
 * Adds accounts that wait to be activated under `hashOfNobodysPassword`; no code works before one is made. `realm`: whose admin
 * adds them (see `realmKey`).
 */
export async function addWaitingAccounts(
  tx: Tx,
  accounts: readonly Omit<NewAccount, 'passwordHash'>[],
  waitingHash: string,
  realm: string | null = null,
): Promise<void> {
  await insertAccounts(
    tx,
    accounts.map((account) => ({ ...account, passwordHash: waitingHash, realm })),
  );
  const ids = accounts.map(({ id }) => id);
  if (ids.length === 0) return;
  // Nobody needs to be asked for a better one.
  await tx.updateTable('account').set({ password_good: true }).where('id', 'in', ids).execute();
  await tx
    .insertInto('activation')
    .values(ids.map((id) => ({ account_id: id, waiting_hash: waitingHash })))
    .execute();
}

/**
 * Takes the password of an account away: from now on it waits for a code. What signed in with the one of before ends with it, and
 * a code of before works no longer.
 */
export async function resetPassword(tx: Tx, accountId: string, now: Date): Promise<void> {
  const waitingHash = await hashOfNobodysPassword();
  await tx
    .updateTable('account')
    .set({ password_hash: waitingHash, password_good: true, password_due: false })
    .where('id', '=', accountId)
    .execute();
  await sql`
    INSERT INTO activation (account_id, waiting_hash) VALUES (${accountId}, ${waitingHash})
      ON CONFLICT (account_id) DO UPDATE
        SET waiting_hash = excluded.waiting_hash, code_hash = NULL, expires_at = NULL, used_at = NULL`.execute(
    tx,
  );
  await endSessions(tx, accountId, now);
  await endCodes(tx, accountId, now);
}

/** Whether a code would open this account now; nothing is used up. */
export async function isActivationCode(
  db: Db,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('activation')
    .innerJoin('account', 'account.id', 'activation.account_id')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOfCode(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('account.password_hash', '=', 'activation.waiting_hash')
    .where('account.active', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** A new code for each of these accounts that still wait; the code of before works no longer. */
export async function makeActivationCodes(
  tx: Tx,
  accountIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const expiresAt = new Date(now.getTime() + activationDays * 86_400_000);
  const codes = new Map(accountIds.map((id) => [id, makeCode()]));
  const hashes = [...codes].map(([id, code]) => ({ id, hash: hashOfCode(code) }));
  const { rows } = await sql<{ id: string }>`
    UPDATE activation SET code_hash = new ->> 'hash', expires_at = ${expiresAt}
    FROM jsonb_array_elements(${JSON.stringify(hashes)}::jsonb) AS new, account
    WHERE account_id = (new ->> 'id')::uuid AND used_at IS NULL
      AND account.id = account_id AND account.password_hash = waiting_hash AND account.active
    RETURNING account_id AS id`.execute(tx);
  return new Map(rows.map(({ id }) => [id, codes.get(id)!]));
}

/**
 * Gives an account its first password for a code, which works once. `passwordHash` is of a password that the policy takes.
 * False: the code is not this account's, was used, or ran out.
 */
export async function activate(
  db: Db,
  {
    accountId,
    code,
    passwordHash,
  }: { readonly accountId: string; readonly code: string; readonly passwordHash: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const used = await tx
      .updateTable('activation')
      .from('account')
      .set({ used_at: now })
      .where('account_id', '=', accountId)
      .where('code_hash', '=', hashOfCode(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .whereRef('account.id', '=', 'activation.account_id')
      .whereRef('account.password_hash', '=', 'activation.waiting_hash')
      .where('account.active', '=', true)
      .executeTakeFirst();
    if (used.numUpdatedRows === 0n) return false;
    await tx
      .updateTable('account')
      .set({ password_hash: passwordHash, password_good: true, password_due: false })
      .where('id', '=', accountId)
      .execute();
    await writeAudit(tx, { accountId, deviceId: null, action: 'akun_diaktifkan', details: {} });
    return true;
  });
}

function makeCode(): string {
  let rest = BigInt(`0x${randomBytes(codeBits / 8).toString('hex')}`);
  let code = '';
  for (let bits = 0; bits < codeBits; bits += 5) {
    code = alphabet.charAt(Number(rest & 31n)) + code;
    rest >>= 5n;
  }
  return code.replaceAll(new RegExp(`(.{${groupLength}})(?=.)`, 'g'), '$1-');
}

/** Of a code as somebody types it: small letters, gaps, and what looks like a figure. */
function hashOfCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(`aktivasi ${code}`).digest('hex');
}
