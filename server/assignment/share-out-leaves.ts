import { sql } from 'kysely';
import { assignByRule } from '#server/assignment/assign-many.ts';
import { fitsStage } from '#server/assignment/rules.ts';
import type { Db } from '#server/store/database.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import type { ActiveStage } from '#shared/records/usul.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import type { ScopeKind } from '#shared/workflow/authority/roles.ts';

interface LeaveRow {
  readonly appointment_id: string;
  readonly stage: ActiveStage;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string;
}

/**
 * Gives what waits for people whose leave has begun to others, by the rules. Only what a rule gave them: what they took
 * themselves, or was given by hand, stays until somebody takes it over or stands in for them. Harmless when it is done twice, or by
 * several servers at once. Answers how many usul it was about.
 */
export async function shareOutLeaves(db: Db, now: Date): Promise<number> {
  const today = localDateIn('WIB', now);
  const { rows } = await sql<LeaveRow>`
    SELECT DISTINCT held.appointment_id, held.stage, scope_kind, scope_id
    FROM absence
    JOIN appointment ON appointment.account_id = absence.account_id
    JOIN usul_assignment AS held ON held.appointment_id = appointment.id
      AND held.waiting AND held.why = 'aturan'
    WHERE absence.ended_at IS NULL AND ${today}::date BETWEEN from_day AND until_day
    ORDER BY 1, 2`.execute(db);
  let count = 0;
  for (const { appointment_id: heldBy, stage, scope_kind: kind, scope_id: id } of rows) {
    const scope: Scope = kind === 'bkn_pusat' ? { kind } : { kind, id };
    if (!fitsStage(scope, stage)) continue;
    const selection = { scope, stage, filter: { heldBy }, byRuleOnly: true };
    count += await assignByRule(db, selection, { by: null, reason: '', now });
  }
  return count;
}
