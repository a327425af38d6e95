import { sql } from 'kysely';
import type { Admin } from '#server/accounts/administered.ts';
import { accountsOf, appointmentsOf } from '#server/accounts/realm.ts';
import type { Db } from '#server/store/database.ts';
import type { AdminOverview } from '#shared/contract/admin/overview.ts';

interface CountRow {
  readonly active: number;
  readonly waiting: number;
  readonly appointments: number;
  readonly devices: number;
  readonly handovers: number;
  readonly approvers: number;
  readonly helpers: number;
}

interface SetupRow {
  readonly opd: number;
  readonly unor: number;
  readonly asn: number;
  readonly periods: number;
}

/** How far an instansi was set up, and what waits for its admin. */
export async function readOverview(db: Db, admin: Admin): Promise<AdminOverview> {
  const { realm } = admin;
  const counts = await readCounts(db, admin);
  const instansiId = realm.kind === 'instansi' ? realm.id : null;
  return {
    setup: instansiId === null ? null : { ...(await readSetup(db, instansiId)) },
    accounts: { active: counts.active, waiting: counts.waiting },
    appointments: counts.appointments,
    waitingDevices: counts.devices,
    waitingHandovers: counts.handovers,
    withoutVerifikator:
      instansiId === null ? [] : await opdWithoutVerifikator(db, instansiId, admin),
    hasApprover: counts.approvers > 0,
    hasHelpdesk: counts.helpers > 0,
  };
}

async function readCounts(db: Db, { realm, today }: Admin): Promise<CountRow> {
  const { rows } = await sql<CountRow>`
    WITH own AS (
      SELECT account.id, account.active, activation.account_id IS NOT NULL AS waits
      FROM (${accountsOf(realm)}) AS mine
        CROSS JOIN LATERAL (SELECT * FROM account WHERE account.id = mine.id OFFSET 0) AS account
        LEFT JOIN activation ON activation.account_id = account.id AND activation.waiting_hash = account.password_hash
    ), held AS (
      SELECT held.role FROM appointment AS held
      WHERE held.ended_at IS NULL AND held.valid_from <= ${today}::date
        AND (held.valid_until IS NULL OR held.valid_until >= ${today}::date)
        AND held.id IN (${appointmentsOf(realm)})
    )
    SELECT
      (SELECT count(*)::integer FROM own WHERE active AND NOT waits) AS active,
      (SELECT count(*)::integer FROM own WHERE active AND waits) AS waiting,
      (SELECT count(*)::integer FROM held) AS appointments,
      (SELECT count(*)::integer FROM enrolment JOIN device ON device.id = enrolment.device_id
        WHERE enrolment.state = 'menunggu' AND device.revoked_at IS NULL AND enrolment.account_id IN (SELECT id FROM own)) AS devices,
      (SELECT count(*)::integer FROM handover_waiting WHERE ruling IS NULL AND account_id IN (SELECT id FROM own)) AS handovers,
      (SELECT count(*)::integer FROM held WHERE role = 'approver') AS approvers,
      (SELECT count(*)::integer FROM held WHERE role = 'helpdesk') AS helpers`.execute(db);
  return rows[0]!;
}

async function readSetup(db: Db, instansiId: string): Promise<SetupRow> {
  const { rows } = await sql<SetupRow>`
    SELECT
      (SELECT count(*)::integer FROM opd WHERE instansi_id = ${instansiId}) AS opd,
      (SELECT count(*)::integer FROM unor JOIN opd ON opd.id = unor.opd_id WHERE opd.instansi_id = ${instansiId}) AS unor,
      (SELECT count(*)::integer FROM employee JOIN opd ON opd.id = employee.opd_id WHERE opd.instansi_id = ${instansiId}) AS asn,
      (SELECT count(*)::integer FROM period WHERE instansi_id = ${instansiId}) AS periods`.execute(
    db,
  );
  return rows[0]!;
}

/** The OPD whose usul nobody verifies: neither they themselves nor an office above, nor the instansi, has a verifikator. */
async function opdWithoutVerifikator(
  db: Db,
  instansiId: string,
  { today }: Admin,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    WITH RECURSIVE covering AS (
      SELECT held.scope_kind, held.scope_id FROM appointment AS held JOIN account ON account.id = held.account_id
      WHERE held.id IN (${appointmentsOf({ kind: 'instansi', id: instansiId })}) AND held.role = 'verifikator' AND held.ended_at IS NULL AND account.active AND held.valid_from <= ${today}::date
        AND (held.valid_until IS NULL OR held.valid_until >= ${today}::date)
    ), covered AS (
      SELECT opd.id FROM opd WHERE opd.instansi_id = ${instansiId} AND (
        opd.id IN (SELECT scope_id FROM covering WHERE scope_kind = 'opd')
        OR EXISTS (SELECT FROM covering WHERE scope_kind = 'instansi' AND scope_id = ${instansiId}))
      UNION SELECT opd.id FROM opd JOIN covered ON opd.parent_id = covered.id
    )
    SELECT opd.name FROM opd WHERE opd.instansi_id = ${instansiId} AND opd.id NOT IN (SELECT id FROM covered)
    ORDER BY opd.name LIMIT 5000`.execute(db);
  return rows.map(({ name }) => name);
}
