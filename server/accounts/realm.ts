import { sql, type RawBuilder } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Account, Scope } from '#shared/workflow/authority/account.ts';

/** What an admin is over: an instansi, or the offices of BKN. */
export type Realm =
  | { readonly kind: 'instansi'; readonly id: string }
  | { readonly kind: 'bkn_pusat' };

/** What the admin of an appointment is over; undefined for an appointment that cannot be an admin's. */
export function realmOf({ scope }: Pick<Account, 'scope'>): Realm | undefined {
  if (scope.kind === 'bkn_pusat') return { kind: 'bkn_pusat' };
  return scope.kind === 'instansi' ? { kind: 'instansi', id: scope.id } : undefined;
}

/** A realm as it stands in `account.realm`, and as the name of a lock. */
export function realmKey(realm: Realm): string {
  return realm.kind === 'instansi' ? `instansi:${realm.id}` : realm.kind;
}

/** Whether a scope, in columns or values, lies in a realm. */
export function scopeLiesIn(
  realm: Realm,
  kind: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<boolean> {
  if (realm.kind === 'bkn_pusat') return sql<boolean>`${kind} IN ('kanreg', 'bkn_pusat')`;
  return sql<boolean>`(CASE ${kind}
    WHEN 'instansi' THEN ${id} = ${realm.id}
    WHEN 'opd' THEN ${id} IN (SELECT opd.id FROM opd WHERE opd.instansi_id = ${realm.id})
    WHEN 'employee' THEN EXISTS (SELECT FROM employee JOIN opd ON opd.id = employee.opd_id
      WHERE employee.id = ${id} AND opd.instansi_id = ${realm.id})
    ELSE false END)`;
}

/** Whether a scope lies in a realm; false for one that does not exist. */
export async function isScopeIn(db: Db | Tx, realm: Realm, scope: Scope): Promise<boolean> {
  const id = scope.kind === 'bkn_pusat' ? '' : scope.id;
  const lies = scopeLiesIn(realm, sql`${scope.kind}::text`, sql`${id}::text`);
  const { rows } = await sql<{ lies: boolean }>`SELECT ${lies} AS lies`.execute(db);
  return rows[0]?.lies ?? false;
}

/** The ids of all appointments over a scope of a realm, as a subquery: found from the realm, and not by asking each. */
export function appointmentsOf(realm: Realm): RawBuilder<unknown> {
  if (realm.kind === 'bkn_pusat') {
    return sql`SELECT id FROM appointment WHERE scope_kind IN ('kanreg', 'bkn_pusat')`;
  }
  return sql`
    SELECT id FROM appointment WHERE scope_kind = 'instansi' AND scope_id = ${realm.id}
    UNION ALL SELECT held.id FROM opd JOIN appointment AS held ON held.scope_kind = 'opd' AND held.scope_id = opd.id
      WHERE opd.instansi_id = ${realm.id}
    UNION ALL SELECT held.id FROM opd JOIN employee ON employee.opd_id = opd.id
      JOIN appointment AS held ON held.scope_kind = 'employee' AND held.scope_id = employee.id
      WHERE opd.instansi_id = ${realm.id}`;
}

/**
 * The ids of all accounts for which `accountLiesIn` holds, as a subquery: found from the realm, and not by asking each. What is
 * joined to it one by one (`LATERAL … OFFSET 0`) is never read as a whole, however many the planner takes them for.
 */
export function accountsOf(realm: Realm): RawBuilder<unknown> {
  const works =
    realm.kind === 'instansi'
      ? sql`UNION SELECT account.id FROM opd JOIN employee ON employee.opd_id = opd.id
          JOIN account ON account.nip = employee.nip WHERE opd.instansi_id = ${realm.id}`
      : sql``;
  return sql`SELECT id FROM account WHERE realm = ${realmKey(realm)} ${works}
    UNION SELECT account_id FROM appointment WHERE id IN (${appointmentsOf(realm)})`;
}

/** Whether the account in a query belongs to a realm: by who added it, its NIP, or an appointment that it has or had. */
export function accountLiesIn(realm: Realm): RawBuilder<boolean> {
  const acts = sql`EXISTS (SELECT FROM appointment AS held WHERE held.account_id = account.id
    AND ${scopeLiesIn(realm, sql`held.scope_kind`, sql`held.scope_id`)})`;
  const works =
    realm.kind === 'instansi'
      ? sql`EXISTS (SELECT FROM employee JOIN opd ON opd.id = employee.opd_id
          WHERE employee.nip = account.nip AND opd.instansi_id = ${realm.id})`
      : sql`false`;
  return sql<boolean>`(account.realm IS NOT DISTINCT FROM ${realmKey(realm)} OR ${works} OR ${acts})`;
}

/**
 * Whether the account in a query acts outside of a realm as well: then its admin here neither resets nor closes it, which would be
 * power over what it does elsewhere.
 */
export function accountActsOutside(realm: Realm, today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (SELECT FROM appointment AS held WHERE held.account_id = account.id
    AND held.ended_at IS NULL AND (held.valid_until IS NULL OR held.valid_until >= ${today}::date)
    AND NOT ${scopeLiesIn(realm, sql`held.scope_kind`, sql`held.scope_id`)})`;
}

/** Those who change who administers a realm take turns: two admins who end each other would leave none. */
export async function lockRealm(tx: Tx, realm: Realm): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('admin'), hashtext(${realmKey(realm)}))`.execute(
    tx,
  );
}

/**
 * Whether a realm would still have an admin who can sign in without this appointment, or without any of this account: one that is
 * valid, of an account that is open and has a password.
 */
export async function hasOtherAdmin(
  tx: Tx,
  realm: Realm,
  today: LocalDate,
  without: { readonly appointmentId?: string; readonly accountId?: string },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM appointment AS held JOIN account ON account.id = held.account_id
    WHERE held.role = 'admin' AND held.scope_kind = ${realm.kind}
      AND held.scope_id = ${realm.kind === 'instansi' ? realm.id : ''}
      AND held.ended_at IS NULL AND held.valid_from <= ${today}::date
      AND (held.valid_until IS NULL OR held.valid_until >= ${today}::date)
      AND held.id IS DISTINCT FROM ${without.appointmentId ?? null}::uuid
      AND account.id IS DISTINCT FROM ${without.accountId ?? null}::uuid
      AND account.active
      AND NOT EXISTS (SELECT FROM activation WHERE account_id = account.id AND waiting_hash = account.password_hash)
    LIMIT 1`.execute(tx);
  return rows.length > 0;
}
