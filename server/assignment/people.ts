import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { RuleScope } from '#server/assignment/rules.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { Candidate } from '#shared/workflow/assignment/assign.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import type { ScopeKind } from '#shared/workflow/authority/roles.ts';

/** Somebody who may have usul of a stage, with the name that others read. */
export interface NamedCandidate extends Candidate {
  readonly name: string;
  readonly scope: Scope;
}

/** Whom to look for: who is appointed to one of these scopes, and (though not in turn) who holds one of these appointments. */
export interface Wanted {
  readonly stage: ActiveStage;
  readonly scopes: readonly RuleScope[];
  readonly alsoIds: readonly string[];
  readonly today: LocalDate;
}

interface PersonRow {
  readonly appointment_id: string;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string;
  readonly in_turn: boolean;
  readonly account_id: string;
  readonly username: string;
  readonly nip: string | null;
  readonly display_name: string;
  readonly on_leave: boolean;
  readonly load: number;
}

/** Those who may decide at a stage today, with how much waits for each. */
export async function findCandidates(
  db: Db | Tx,
  { stage, scopes, alsoIds, today }: Wanted,
): Promise<readonly NamedCandidate[]> {
  const kinds = scopes.map(({ kind }) => kind);
  const ids = scopes.map((scope) => (scope.kind === 'bkn_pusat' ? '' : scope.id));
  const { rows } = await sql<PersonRow>`
    WITH asked AS (
      SELECT held.id, true AS in_turn FROM unnest(${kinds}::text[], ${ids}::text[]) AS scope (kind, id)
        JOIN appointment AS held ON held.scope_kind = scope.kind AND held.scope_id = scope.id
      UNION ALL SELECT also, false FROM unnest(${[...alsoIds]}::uuid[]) AS also
    ), wanted AS (SELECT id, bool_or(in_turn) AS in_turn FROM asked GROUP BY id)
    SELECT appointment.id AS appointment_id, scope_kind, scope_id,
      account.id AS account_id, username, nip, display_name, wanted.in_turn,
      EXISTS (SELECT FROM absence WHERE absence.account_id = account.id AND absence.ended_at IS NULL
        AND ${today}::date BETWEEN from_day AND until_day) AS on_leave,
      (SELECT count(*)::integer FROM usul_assignment AS held
        WHERE held.appointment_id = appointment.id AND held.waiting) AS load
    FROM wanted JOIN appointment ON appointment.id = wanted.id
      JOIN account ON account.id = appointment.account_id AND account.active
    WHERE appointment.ended_at IS NULL AND role = ${deciderOf(stage)}
      AND valid_from <= ${today}::date AND coalesce(valid_until >= ${today}::date, true)
    ORDER BY appointment.id`.execute(db);
  return rows.map((row) => ({
    appointmentId: row.appointment_id,
    person: { id: row.account_id, username: row.username, nip: row.nip },
    name: row.display_name,
    scope:
      row.scope_kind === 'bkn_pusat'
        ? { kind: row.scope_kind }
        : { kind: row.scope_kind, id: row.scope_id },
    onLeave: row.on_leave,
    inTurn: row.in_turn,
    load: row.load,
  }));
}
