import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { AccountTable } from '#server/store/schema.ts';

/** An account to add, which may do nothing yet; `passwordHash` is an argon2id PHC string (see `hashPassword`). */
export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly displayName: string;
  readonly passwordHash: string;
  /** Whose admin adds it (see `realmKey`); absent: nobody's. */
  readonly realm?: string | null;
  /** Whether somebody else than its person typed the password. */
  readonly passwordDue?: boolean;
}

/** An account with what sign-in must know of it; what it may do, its appointments say. */
export interface StoredAccount extends NewAccount {
  readonly active: boolean;
  /** Whether its password would be taken as a new one; null: not known. */
  readonly passwordGood: boolean | null;
  /** Somebody else typed its password: its person chooses another one before anything else. */
  readonly passwordDue: boolean;
}

/** Adds accounts; user names are kept in lower case. Throws when a user name or NIP exists. */
export async function insertAccounts(db: Db | Tx, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((account) => ({
    id: account.id,
    username: account.username.toLowerCase(),
    nip: account.nip,
    display_name: account.displayName,
    password_hash: account.passwordHash,
    realm: account.realm ?? null,
    password_due: account.passwordDue ?? false,
  }));
  await db.insertInto('account').values(rows).execute();
}

/** The account with this user name (any case) or NIP (spaces and dots as on paper); undefined when there is none. */
export async function findAccountByLogin(
  db: Db,
  login: string,
): Promise<StoredAccount | undefined> {
  const nip = nipAsTyped(login);
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where((where) =>
      where.or([
        where('username', '=', login.toLowerCase()),
        where.and([where('nip', '=', nip), where('merged_into', 'is', null)]),
      ]),
    )
    .orderBy(sql`username = ${login.toLowerCase()}`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toStoredAccount(row);
}

/** A NIP without the spaces and dots that it is printed with; other text comes back without them, too. */
export function nipAsTyped(login: string): string {
  return login.replaceAll(/[\s.]/g, '');
}

/** Notes whether the password of an account, which was just typed, would be taken as a new one. */
export async function notePassword(
  db: Db,
  { id, passwordGood, passwordHash }: StoredAccount,
  good: boolean,
): Promise<void> {
  if (passwordGood === good) return;
  await db
    .updateTable('account')
    .set({ password_good: good })
    .where('id', '=', id)
    // Another one may have been given meanwhile.
    .where('password_hash', '=', passwordHash)
    .execute();
}

/** An account whose password would not be taken as a new one, or (`unknown`) has not been typed since that is asked. */
export interface DoubtfulPassword {
  readonly username: string;
  readonly displayName: string;
  readonly unknown: boolean;
}

/** The active accounts of which nobody knows that their password is good, those that are known to be weak first. */
export async function doubtfulPasswords(db: Db): Promise<readonly DoubtfulPassword[]> {
  const rows = await db
    .selectFrom('account')
    .select(['username', 'display_name', 'password_good'])
    .where('active', '=', true)
    .where('password_good', 'is distinct from', true)
    .orderBy((eb) => eb('password_good', 'is', null))
    .orderBy('username')
    .execute();
  return rows.map((row) => ({
    username: row.username,
    displayName: row.display_name,
    unknown: row.password_good === null,
  }));
}

/** Ends every session of an account: what signed in by a password that is gone must not go on. */
export async function endSessions(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}

function toStoredAccount(row: Selectable<AccountTable>): StoredAccount {
  return {
    id: row.id,
    username: row.username,
    nip: row.nip,
    displayName: row.display_name,
    passwordHash: row.password_hash,
    active: row.active,
    passwordGood: row.password_good,
    passwordDue: row.password_due,
  };
}
