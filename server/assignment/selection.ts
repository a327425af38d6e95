import { sql, type RawBuilder } from 'kysely';
import type { RuleScope } from '#server/assignment/rules.ts';
import type { Tx } from '#server/store/database.ts';
import type { AssignmentFilter } from '#shared/contract/assignment.ts';
import type { ActiveStage } from '#shared/records/usul.ts';

/** What waits within a scope at a stage, and which of it. `byRuleOnly`: only what nobody took, or was given by hand. */
export interface Selection {
  readonly scope: RuleScope;
  readonly stage: ActiveStage;
  readonly filter: AssignmentFilter;
  readonly byRuleOnly?: boolean;
}

/** A selected usul, its row locked. */
export interface SelectedUsul {
  readonly id: string;
  readonly opdId: string;
  readonly unorId: string;
  readonly employeeId: string;
  readonly employeeNip: string;
  /** Appointment, and account, of who has it; null: nobody. */
  readonly heldBy: string | null;
  readonly heldByAccount: string | null;
}

/** Locks the next selected usul after an id, in the order of their ids. */
export async function lockSelected(
  tx: Tx,
  selection: Selection,
  after: string,
  limit: number,
): Promise<readonly SelectedUsul[]> {
  const { rows } = await sql<SelectedUsul>`
    SELECT usul.id, usul.opd_id AS "opdId", usul.unor_id AS "unorId", usul.employee_id AS "employeeId",
      employee.nip AS "employeeNip",
      holder.id AS "heldBy", holder.account_id AS "heldByAccount"
    FROM usul JOIN employee ON employee.id = usul.employee_id
    LEFT JOIN usul_assignment AS current ON current.usul_id = usul.id AND current.stage = usul.stage
      AND current.ended_at IS NULL
    LEFT JOIN appointment AS holder ON holder.id = current.appointment_id
    WHERE usul.keadaan = 'menunggu' AND usul.stage = ${selection.stage}
      AND ${within(selection.scope)} AND ${matching(selection)} AND usul.id > ${after}::uuid
    ORDER BY usul.id LIMIT ${limit} FOR UPDATE OF usul`.execute(tx);
  return rows;
}

function within(scope: RuleScope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'opd':
      return sql`usul.opd_id IN (WITH RECURSIVE below AS (
        SELECT id FROM opd WHERE id = ${scope.id}
        UNION SELECT opd.id FROM opd JOIN below ON opd.parent_id = below.id) SELECT id FROM below)`;
    case 'instansi':
      return sql`usul.opd_id IN (SELECT id FROM opd WHERE instansi_id = ${scope.id})`;
    case 'kanreg':
      return sql`usul.opd_id IN (SELECT opd.id FROM opd JOIN instansi ON instansi.id = opd.instansi_id
        WHERE instansi.kind = 'daerah' AND instansi.kanreg_id = ${scope.id})`;
    case 'bkn_pusat':
      return sql`usul.opd_id IN (SELECT opd.id FROM opd JOIN instansi ON instansi.id = opd.instansi_id
        WHERE instansi.kind = 'pusat')`;
  }
}

function matching({ filter, byRuleOnly = false }: Selection): RawBuilder<boolean> {
  const { usulIds, opdIds, unorIds, recordTypes, heldBy, free } = filter;
  const conditions = [
    usulIds && sql`usul.id = ANY(${usulIds}::uuid[])`,
    opdIds && sql`usul.opd_id = ANY(${opdIds}::text[])`,
    unorIds && sql`usul.unor_id = ANY(${unorIds}::text[])`,
    recordTypes && sql`usul.record_type = ANY(${recordTypes}::text[])`,
    heldBy !== undefined && held(sql`held.appointment_id = ${heldBy}`),
    free && sql`NOT ${held(sql`held.appointment_id IS NOT NULL`)}`,
    byRuleOnly && sql`NOT ${held(sql`held.why <> 'aturan'`)}`,
  ].filter((one) => one !== false && one !== undefined);
  return sql`${sql.join([sql`true`, ...conditions], sql` AND `)}`;
}

function held(condition: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`EXISTS (SELECT FROM usul_assignment AS held WHERE held.usul_id = usul.id
    AND held.stage = usul.stage AND held.ended_at IS NULL AND ${condition})`;
}
