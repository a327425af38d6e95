import { sql, type RawBuilder } from 'kysely';
import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, refuse } from '#server/accounts/admin-refusals.ts';
import { realmKey, type Realm } from '#server/accounts/realm.ts';
import { actOf, writeAudit } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import type { FactorPolicy } from '#shared/contract/admin/second-factor.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { beginOfDay } from '#shared/kernel/time-zone.ts';
import {
  declarationOf,
  roles,
  type Role,
  type ScopeKind,
} from '#shared/workflow/authority/roles.ts';

/** What an appointment may be over, in each realm. */
const scopesIn: Readonly<Record<Realm['kind'], readonly ScopeKind[]>> = {
  instansi: ['instansi', 'opd', 'employee'],
  bkn_pusat: ['bkn_pusat', 'kanreg'],
};

/**
 * The rules for an account, by all its appointments that are valid at a moment, each in the time zone of its instansi: not only by
 * the one in use, since whoever is let in may work under another one a moment later.
 */
function rulesFor(account: RawBuilder<unknown>, now: Date): RawBuilder<unknown> {
  return sql`FROM appointment AS held
    LEFT JOIN instansi ON instansi.id = CASE held.scope_kind
      WHEN 'instansi' THEN held.scope_id
      WHEN 'opd' THEN (SELECT opd.instansi_id FROM opd WHERE opd.id = held.scope_id)
      WHEN 'employee' THEN (SELECT opd.instansi_id FROM employee JOIN opd ON opd.id = employee.opd_id
        WHERE employee.id = held.scope_id) END
    JOIN factor_policy AS asked ON asked.role = held.role AND asked.realm = COALESCE('instansi:' || instansi.id, 'bkn_pusat')
    WHERE held.account_id = ${account} AND (held.ended_at IS NULL OR held.ended_at > ${now})
      AND (${now}::timestamptz AT TIME ZONE 'UTC' + interval '1 hour'
        * CASE instansi.time_zone WHEN 'WIT' THEN 9 WHEN 'WITA' THEN 8 ELSE 7 END)::date
        BETWEEN held.valid_from AND COALESCE(held.valid_until, 'infinity')`;
}

/** Whether the account of a session in a query must have a second factor and has none. */
export function lacksFactor(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(NOT EXISTS (SELECT FROM second_factor WHERE second_factor.account_id = session.account_id)
    AND EXISTS (SELECT ${rulesFor(sql`session.account_id`, now)} AND asked.asked_at <= ${now}))`;
}

/** From when on an account must have a second factor, by its tasks of now; null: it need not. */
export async function factorAskedFrom(
  db: Db | Tx,
  accountId: string,
  now: Date,
): Promise<{ readonly day: LocalDate; readonly isDue: boolean } | null> {
  const { rows } = await sql<{ asked_from: string; asked_at: Date }>`
    SELECT asked.asked_from, asked.asked_at ${rulesFor(sql`${accountId}::uuid`, now)}
    ORDER BY asked.asked_at LIMIT 1`.execute(db);
  const [first] = rows;
  return first ? { day: dayOf(first.asked_from), isDue: first.asked_at <= now } : null;
}

/** From which day which roles of an admin's realm must have a second factor. */
export async function readFactorPolicy(
  db: Db | Tx,
  { realm }: Pick<Admin, 'realm'>,
): Promise<FactorPolicy> {
  const rows = await db
    .selectFrom('factor_policy')
    .select(['role', 'asked_from'])
    .where('realm', '=', realmKey(realm))
    .execute();
  const asked = new Map(rows.map(({ role, asked_from: from }) => [role, dayOf(from)]));
  return { rules: rolesIn(realm).map((role) => ({ role, from: asked.get(role) ?? null })) };
}

/** Says from which day (today or later) a role must have a second factor; null: it need not. */
export async function setFactorRule(
  db: Db,
  admin: Admin,
  { role, from }: { readonly role: Role; readonly from: LocalDate | null },
): Promise<Result<FactorPolicy, ApiError>> {
  if (!rolesIn(admin.realm).includes(role)) return refuse(adminRefusals.wrongFactorRole);
  if (from !== null && from < admin.today) return refuse(adminRefusals.pastFactorDay);
  const realm = realmKey(admin.realm);
  return inTransaction(db, async (tx) => {
    await tx
      .deleteFrom('factor_policy')
      .where('realm', '=', realm)
      .where('role', '=', role)
      .execute();
    if (from !== null) {
      const asked = { asked_from: from, asked_at: beginOfDay(admin.timeZone, from) };
      await tx
        .insertInto('factor_policy')
        .values({ realm, role, ...asked })
        // Another admin says so at the same moment: one of them is the last.
        .onConflict((conflict) => conflict.columns(['realm', 'role']).doUpdateSet(asked))
        .execute();
    }
    await writeAudit(tx, actOf(admin.acting, 'kebijakan_faktor', { role, mulai: from ?? '' }));
    return succeed(await readFactorPolicy(tx, admin));
  });
}

function rolesIn({ kind }: Realm): readonly Role[] {
  return roles.filter((role) =>
    declarationOf(role).scopes.some((scope) => scopesIn[kind].includes(scope)),
  );
}

function dayOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`Not a day of the calendar: ${text}`);
  return text;
}
