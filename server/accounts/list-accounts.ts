import { sql } from 'kysely';
import { nipAsTyped } from '#server/accounts/accounts.ts';
import type { Admin } from '#server/accounts/administered.ts';
import { accountActsOutside, accountLiesIn, accountsOf } from '#server/accounts/realm.ts';
import type { Db, Tx } from '#server/store/database.ts';
import { likePart, pageOf, readPageKey } from '#server/store/page-key.ts';
import type { AccountState, ManagedAccount } from '#shared/contract/admin/accounts.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Which accounts are asked for. */
export interface AccountSearch {
  readonly search?: string | undefined;
  readonly state?: AccountState | undefined;
  readonly after?: string | undefined;
  /** One alone. */
  readonly id?: string | undefined;
}

interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly display_name: string;
  readonly state: AccountState;
  readonly expires_at: Date | null;
  readonly roles: readonly Role[];
  readonly elsewhere: boolean;
  readonly factor: boolean;
}

/** A page of the accounts that belong to what an admin is over, by name. Undefined: the key is none. */
export async function listAccounts(
  db: Db | Tx,
  { realm, today }: Pick<Admin, 'realm' | 'today'>,
  { search = '', state, after, id }: AccountSearch,
): Promise<{ rows: ManagedAccount[]; next: string | null } | undefined> {
  const key = after === undefined ? ['', ''] : readPageKey(after, 2);
  if (!key) return undefined;
  const part = likePart(search);
  const { rows } = await sql<AccountRow>`
    SELECT * FROM (
      SELECT account.id, account.username, account.nip, account.display_name,
        CASE WHEN NOT account.active THEN 'nonaktif' WHEN activation.account_id IS NULL THEN 'aktif' ELSE 'menunggu' END AS state,
        activation.expires_at,
        ARRAY(SELECT DISTINCT held.role FROM appointment AS held WHERE held.account_id = account.id AND held.ended_at IS NULL
          AND (held.valid_until IS NULL OR held.valid_until >= ${today}::date) ORDER BY held.role) AS roles,
        ${accountActsOutside(realm, today)} AS elsewhere,
        EXISTS (SELECT FROM second_factor WHERE second_factor.account_id = account.id) AS factor
      FROM account LEFT JOIN activation
        ON activation.account_id = account.id AND activation.waiting_hash = account.password_hash
      WHERE ${id === undefined ? sql`account.id IN (${accountsOf(realm)})` : sql`account.id = ${id}::uuid AND ${accountLiesIn(realm)}`}
        AND (account.display_name ILIKE ${part} OR account.username LIKE ${part.toLowerCase()}
          OR account.nip LIKE ${likePart(nipAsTyped(search))})
        AND (account.display_name, account.id::text) > (${key[0]}, ${key[1]})
    ) AS found
    WHERE ${state ?? null}::text IS NULL OR state = ${state ?? null}
    ORDER BY display_name, id::text LIMIT ${adminPageRows + 1}`.execute(db);
  const page = pageOf(rows, adminPageRows, (row) => [row.display_name, row.id]);
  return { rows: page.rows.map(toManaged), next: page.next };
}

/** An account that belongs to what an admin is over; undefined for every other, whether it exists or not. */
export async function findManagedAccount(
  db: Db | Tx,
  admin: Pick<Admin, 'realm' | 'today'>,
  id: string,
): Promise<ManagedAccount | undefined> {
  return (await listAccounts(db, admin, { id }))?.rows[0];
}

function toManaged(row: AccountRow): ManagedAccount {
  return {
    id: row.id,
    username: row.username,
    nip: row.nip,
    displayName: row.display_name,
    state: row.state,
    codeUntil: row.expires_at?.toISOString() ?? null,
    roles: [...row.roles],
    elsewhere: row.elsewhere,
    factor: row.factor,
  };
}
