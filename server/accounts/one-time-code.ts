import { sql } from 'kysely';
import { endSessions, findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments, standingOf } from '#server/accounts/appointments.ts';
import { hashOfSpokenCode, makeSpokenCode } from '#server/accounts/spoken-code.ts';
import { writeAudit } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { scopeCovers, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** How long a code works: as long as the person stands at the counter, or is on the telephone. */
export const codeMinutes = 15;
/** Codes of one officer in an hour, and for one account in a day. */
const perOfficer = 20;
const perAccount = 5;

/**
 * For whose accounts the helpdesk issues codes: those who are helped every day. Whoever approves, validates, administers or
 * helps could be impersonated by one who issues a code; an admin resets theirs.
 */
const helpedRoles: readonly Role[] = ['asn', 'verifikator', 'monitor'];

/** A code, told this once. */
export interface IssuedCode {
  readonly code: string;
  readonly name: string;
  readonly expiresAt: Date;
}

/** Why no code is issued: no such account in the officer's scope, one that is not for the helpdesk, or too many codes. */
export type CodeRefusal =
  | { readonly kind: 'tidak_ditemukan' }
  | { readonly kind: 'bukan_untuk_helpdesk' }
  | { readonly kind: 'terlalu_sering' };

/**
 * Issues a code with which a person sets a new password once: for an account whose appointments all lie in the scope of the
 * officer, and which he or she could not gain anything by. Codes of before work no longer. `placeOf`: where an appointment lies.
 */
export async function issueCode(
  db: Db,
  officer: { readonly account: AppointedAccount; readonly deviceId: string },
  login: string,
  now: Date,
): Promise<Result<IssuedCode, CodeRefusal>> {
  const found = await findAccountByLogin(db, login);
  if (!found?.active) return fail({ kind: 'tidak_ditemukan' });
  // Also those of later on: a password that is set today opens them too.
  const held = (await findAppointments(db, found.id)).filter(
    (one) => standingOf(one, now) !== 'berakhir',
  );
  const places = await Promise.all(held.map(({ account }) => placeOf(db, account)));
  const isCovered = places.every(
    (place) => place !== null && scopeCovers(officer.account.scope, place),
  );
  const isValid = held.some((one) => standingOf(one, now) === 'berlaku');
  if (!isValid || !isCovered) return fail({ kind: 'tidak_ditemukan' });
  const isHelped = held.every(({ account }) => helpedRoles.includes(account.role));
  if (!isHelped || found.id === officer.account.id) return fail({ kind: 'bukan_untuk_helpdesk' });
  return inTransaction(db, async (tx): Promise<Result<IssuedCode, CodeRefusal>> => {
    // One after another, so that nobody gets more by asking at once.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended('kode sekali pakai', 0))`.execute(tx);
    if (await isTooOften(tx, officer.account.id, found.id, now)) {
      return fail({ kind: 'terlalu_sering' });
    }
    const code = makeSpokenCode();
    const expiresAt = new Date(now.getTime() + codeMinutes * 60_000);
    await endCodes(tx, found.id, now);
    await tx
      .insertInto('one_time_code')
      .values({
        account_id: found.id,
        issued_by: officer.account.id,
        code_hash: hashOfCode(code),
        issued_at: now,
        expires_at: expiresAt,
      })
      .execute();
    await writeAudit(tx, {
      accountId: officer.account.id,
      deviceId: officer.deviceId,
      action: 'kode_diterbitkan',
      details: { holder: found.id },
    });
    return succeed({ code, name: found.displayName, expiresAt });
  });
}

/** From now on no code of before works for an account: it was given another one, or another password. */
export async function endCodes(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('one_time_code')
    .set({ expires_at: now })
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .execute();
}

/** Whether a code would work for this account now; nothing is used up. */
export async function isOneTimeCode(
  db: Db,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('one_time_code')
    .innerJoin('account', 'account.id', 'one_time_code.account_id')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('account.active', '=', true)
    .where('code_hash', '=', hashOfCode(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Gives an account a new password for a code, which works once, and ends its sessions. `passwordHash` is of a password that
 * the policy takes. False: the code is not this account's, was used, or ran out.
 */
export async function takeCode(
  db: Db,
  { accountId, code, passwordHash }: { accountId: string; code: string; passwordHash: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const used = await tx
      .updateTable('one_time_code')
      .set({ used_at: now })
      .where('account_id', '=', accountId)
      .where('code_hash', '=', hashOfCode(code))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (used.numUpdatedRows === 0n) return false;
    await tx
      .updateTable('account')
      .set({ password_hash: passwordHash, password_good: true, password_due: false })
      .where('id', '=', accountId)
      .where('active', '=', true)
      .execute();
    await endSessions(tx, accountId, now);
    await writeAudit(tx, { accountId, deviceId: null, action: 'kode_dipakai', details: {} });
    return true;
  });
}

async function isTooOften(
  tx: Tx,
  officerId: string,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const { ofOfficer, ofAccount } = await tx
    .selectFrom('one_time_code')
    .select([
      sql<number>`count(*) FILTER (WHERE issued_by = ${officerId}::uuid AND issued_at > ${before(now, 1)})`.as(
        'ofOfficer',
      ),
      sql<number>`count(*) FILTER (WHERE account_id = ${accountId}::uuid AND issued_at > ${before(now, 24)})`.as(
        'ofAccount',
      ),
    ])
    .where((where) =>
      where.or([where('issued_by', '=', officerId), where('account_id', '=', accountId)]),
    )
    .where('issued_at', '>', before(now, 24))
    .executeTakeFirstOrThrow();
  return ofOfficer >= perOfficer || ofAccount >= perAccount;
}

function before(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}

/** Where the scope of an appointment lies, as an usul of it would; null: nowhere that an instansi's helpdesk covers. */
async function placeOf(db: Db, { scope }: AppointedAccount): Promise<UsulPlace | null> {
  if (scope.kind === 'kanreg' || scope.kind === 'bkn_pusat') return null;
  const { rows } = await sql<{ id: string; kind: 'daerah' | 'pusat'; kanreg_id: string }>`
    SELECT instansi.id, instansi.kind, instansi.kanreg_id FROM instansi WHERE instansi.id = CASE ${scope.kind}::text
      WHEN 'instansi' THEN ${scope.id}
      WHEN 'opd' THEN (SELECT instansi_id FROM opd WHERE opd.id = ${scope.id})
      ELSE (SELECT opd.instansi_id FROM employee JOIN opd ON opd.id = employee.opd_id WHERE employee.id = ${scope.id})
    END`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { id: instansiId, kind: instansiKind, kanreg_id: kanregId } = row;
  return { instansiId, instansiKind, kanregId, opdPath: [], employeeId: '' };
}

function hashOfCode(typed: string): string {
  return hashOfSpokenCode('sekali pakai', typed);
}
