import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { AssignedWhy } from '#server/store/assignment-tables.ts';
import type { SkippedPerson } from '#shared/records/told-assignment.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { ScopeKind } from '#shared/workflow/authority/roles.ts';
import type { Holder } from '#shared/workflow/workflow.ts';

/** Who has an usul, under which appointment. */
export interface AppointedHolder extends Holder {
  readonly id: string;
  readonly appointmentId: string;
  readonly scope: Scope;
}

/** The assignment of an usul at the stage at which it waits. */
export interface HeldAssignment {
  readonly number: number;
  readonly usulId: string;
  readonly stage: ActiveStage;
  /** Null: nobody has it, or whoever had it may not decide any more; whoever opens it takes it. */
  readonly holder: AppointedHolder | null;
  readonly since: Date;
  readonly why: AssignedWhy;
  readonly reason: string;
  readonly skipped: readonly SkippedPerson[];
}

interface AssignmentRow {
  readonly number: number;
  readonly usul_id: string;
  readonly stage: ActiveStage;
  readonly at: Date;
  readonly why: AssignedWhy;
  readonly reason: string;
  readonly skipped: readonly SkippedPerson[];
  readonly appointment_id: string | null;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string;
  readonly account_id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly display_name: string;
}

/** Who has these usul at the stage at which they wait, by usul; those that nobody assigned are missing. */
export async function readAssignments(
  db: Db | Tx,
  usulIds: readonly string[],
): Promise<ReadonlyMap<string, HeldAssignment>> {
  if (usulIds.length === 0) return new Map();
  const { rows } = await sql<AssignmentRow>`
    SELECT held.id AS number, held.usul_id, held.stage, held.at, held.why, held.reason, held.skipped,
      appointment.id AS appointment_id, appointment.scope_kind, appointment.scope_id,
      account.id AS account_id, account.username, account.nip, account.display_name
    FROM usul_assignment AS held
    JOIN usul ON usul.id = held.usul_id AND usul.keadaan = 'menunggu' AND usul.stage = held.stage
    LEFT JOIN (appointment JOIN account ON account.id = appointment.account_id AND account.active)
      ON appointment.id = held.appointment_id AND appointment.ended_at IS NULL
      AND coalesce(appointment.valid_until >= (now() AT TIME ZONE 'Asia/Jakarta')::date, true)
    WHERE held.usul_id = ANY(${[...usulIds]}::uuid[]) AND held.ended_at IS NULL`.execute(db);
  return new Map(rows.map((row) => [row.usul_id, toHeld(row)]));
}

function toHeld(row: AssignmentRow): HeldAssignment {
  const { number, usul_id: usulId, stage, at: since, why, reason, skipped } = row;
  return { number, usulId, stage, since, why, reason, skipped, holder: holderOf(row) };
}

function holderOf(row: AssignmentRow): AppointedHolder | null {
  const { appointment_id: appointmentId, scope_kind: kind, scope_id: id } = row;
  if (appointmentId === null) return null;
  return {
    id: row.account_id,
    username: row.username,
    nip: row.nip,
    name: row.display_name,
    appointmentId,
    scope: kind === 'bkn_pusat' ? { kind } : { kind, id },
  };
}
