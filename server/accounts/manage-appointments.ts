import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Admin } from '#server/accounts/administered.ts';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import { endAppointment, insertAppointments } from '#server/accounts/appointments.ts';
import { findManagedAccount } from '#server/accounts/list-accounts.ts';
import { hasOtherAdmin, isScopeIn, lockRealm, scopeLiesIn } from '#server/accounts/realm.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { NewAppointmentBody } from '#shared/contract/admin/appointments.ts';
import type { ManagedAccount } from '#shared/contract/admin/accounts.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { roleFitsScope } from '#shared/workflow/authority/authority.ts';
import { isSamePerson } from '#shared/workflow/authority/own-usul.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Gives an appointment over an office of the admin's own, from today or later on, to somebody else. */
export async function giveAppointment(
  db: Db,
  admin: Admin,
  wanted: NewAppointmentBody,
): Promise<Result<{ readonly id: string }, ApiError>> {
  const { accountId, role, scope, validFrom, validUntil, letter } = wanted;
  return inTransaction(db, async (tx) => {
    await lockRealm(tx, admin.realm);
    const account = await findManagedAccount(tx, admin, accountId);
    if (!account) return notFound();
    const refusal = await whyNotToGive(tx, admin, account, wanted);
    if (refusal) return refuse(refusal);
    const id = randomUUID();
    const appointment = { id, accountId, role, scope, validFrom, validUntil, letter };
    const { acting } = admin;
    await insertAppointments(tx, [{ ...appointment, appointedBy: acting.accountId }], acting);
    return succeed({ id });
  });
}

async function whyNotToGive(
  tx: Tx,
  admin: Admin,
  account: ManagedAccount,
  { role, scope, validFrom, validUntil }: NewAppointmentBody,
) {
  const { acting, username, nip } = admin;
  if (isSamePerson({ id: acting.accountId, username, nip }, account)) {
    return adminRefusals.ownAppointment;
  }
  if (account.state === 'nonaktif') return adminRefusals.closedAccount;
  if (!roleFitsScope(role, scope.kind) || !(await isScopeIn(tx, admin.realm, scope))) {
    return adminRefusals.wrongScope;
  }
  if (scope.kind === 'employee' && !(await isOwnData(tx, scope.id, account.nip))) {
    return adminRefusals.notOwnData;
  }
  if (validFrom < admin.today) return adminRefusals.pastDay;
  if (validUntil !== null && validUntil < validFrom) return adminRefusals.wrongDays;
  const scopeId = scope.kind === 'bkn_pusat' ? '' : scope.id;
  const { rows } =
    await sql`SELECT FROM appointment WHERE account_id = ${account.id} AND role = ${role}
    AND scope_kind = ${scope.kind} AND scope_id = ${scopeId} AND ended_at IS NULL
    AND (valid_until IS NULL OR valid_until >= ${validFrom}::date)
    AND (${validUntil}::date IS NULL OR valid_from <= ${validUntil}::date)`.execute(tx);
  return rows.length > 0 ? adminRefusals.alreadyAppointed : undefined;
}

async function isOwnData(tx: Tx, employeeId: string, nip: string | null): Promise<boolean> {
  const row = await tx
    .selectFrom('employee')
    .select('nip')
    .where('id', '=', employeeId)
    .executeTakeFirst();
  return row !== undefined && row.nip === nip;
}

/** Ends an appointment over an office of the admin's own; the last admin who can sign in stays. */
export async function endManagedAppointment(
  db: Db,
  admin: Admin,
  id: string,
  reason: string,
): Promise<Result<undefined, ApiError>> {
  const { realm, today, acting, now } = admin;
  return inTransaction(db, async (tx) => {
    await lockRealm(tx, realm);
    const lies = scopeLiesIn(realm, sql`scope_kind`, sql`scope_id`);
    const { rows } = await sql<{ role: Role }>`SELECT role FROM appointment
      WHERE id = ${id} AND ended_at IS NULL AND ${lies}`.execute(tx);
    const [appointment] = rows;
    if (!appointment) return notFound();
    const isAdmin = appointment.role === 'admin';
    if (isAdmin && !(await hasOtherAdmin(tx, realm, today, { appointmentId: id }))) {
      return refuse(adminRefusals.lastAdmin);
    }
    if (!(await endAppointment(tx, id, acting, now))) return notFound();
    await tx.insertInto('appointment_end').values({ appointment_id: id, reason }).execute();
    return succeed(undefined);
  });
}
