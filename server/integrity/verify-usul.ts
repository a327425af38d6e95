import { sql } from 'kysely';
import { canonicalJson } from '#server/store/canonical-json.ts';
import type { Db } from '#server/store/database.ts';
import { toPositionColumns } from '#server/usul/usul-position.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { decisionActions, replayHistory } from '#shared/workflow/replay.ts';
import { shortestAuditDays } from '#server/store/audit.ts';

/** What does not fit in the database, and where; `id` is an usul's, an account's, an appointment's or a decision's. */
export interface Misfit {
  readonly kind:
    | 'keputusan_tanpa_peristiwa'
    | 'peristiwa_tanpa_keputusan'
    | 'keputusan_tak_terdaftar'
    | 'kedudukan'
    | 'keputusan_tanpa_catatan'
    | 'catatan_tanpa_keputusan'
    | 'akun'
    | 'penunjukan'
    | 'penunjukan_tanpa_catatan';
  readonly id: string;
}

/** So many of a kind are named; who finds them looks at all of it anyhow. */
const named = 20;
const usulPage = 2_000;

/** Compares usul, their history, accounts and the audit with the chain and with each other. */
export async function findMisfits(db: Db, now: Date): Promise<readonly Misfit[]> {
  return [
    ...(await misfitsOfHistory(db)),
    ...(await misfitsOfHomes(db)),
    ...(await misfitsOfPositions(db)),
    ...(await misfitsOfAudit(db, now)),
    ...(await misfitsOfAccounts(db)),
    ...(await misfitsOfAppointments(db, now)),
  ];
}

/** Every decision stands in the history of its usul as it was made, and nothing there is a decision that nobody made. */
async function misfitsOfHistory(db: Db): Promise<readonly Misfit[]> {
  const isTold = sql`e.usul_id = d.usul_id AND e.at = d.received_at AND e.action = d.payload ->> 'outcome'
    AND e.note = d.payload ->> 'note' AND to_jsonb(e.reasons) = d.payload -> 'reasons'`;
  const untold = await sql<{ id: string }>`
    SELECT d.id FROM decision AS d WHERE NOT EXISTS (SELECT FROM usul_event AS e WHERE ${isTold})
    LIMIT ${named}`.execute(db);
  const unmade = await sql<{ id: string }>`
    SELECT e.usul_id AS id FROM usul_event AS e
    WHERE e.action = ANY(${[...decisionActions]}::text[])
      AND NOT EXISTS (SELECT FROM decision AS d WHERE ${isTold})
    LIMIT ${named}`.execute(db);
  return [
    ...untold.rows.map(({ id }): Misfit => ({ kind: 'keputusan_tanpa_peristiwa', id })),
    ...unmade.rows.map(({ id }): Misfit => ({ kind: 'peristiwa_tanpa_keputusan', id })),
  ];
}

/** Every decision is found by its id and its usul, and no id was taken by one that is not there. */
async function misfitsOfHomes(db: Db): Promise<readonly Misfit[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM decision FULL JOIN decision_home AS home USING (instansi_id, usul_id, id)
    WHERE decision.hash IS NULL OR home.id IS NULL LIMIT ${named}`.execute(db);
  return rows.map(({ id }) => ({ kind: 'keputusan_tak_terdaftar', id }));
}

/** Every usul stands where its history led it. */
async function misfitsOfPositions(db: Db): Promise<readonly Misfit[]> {
  const misfits: Misfit[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  while (misfits.length < named) {
    const rows = await db
      .selectFrom('usul')
      .select(['id', 'record_type', 'keadaan', 'stage', 'result', 'revision'])
      .select(
        sql<string[]>`ARRAY(SELECT action FROM usul_event AS e
          WHERE e.home_id = usul.home_id AND e.usul_id = usul.id ORDER BY e.id)`.as('actions'),
      )
      .where('id', '>', after)
      .orderBy('id')
      .limit(usulPage)
      .execute();
    for (const { id, record_type: recordType, actions, revision, ...columns } of rows) {
      const known = recordTypeIdSchema.safeParse(recordType);
      const led = known.success ? replayHistory(known.data, actions) : undefined;
      const isThere =
        led?.revision === revision &&
        canonicalJson(toPositionColumns(led.position)) === canonicalJson(columns);
      if (!isThere) misfits.push({ kind: 'kedudukan', id });
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  return misfits.slice(0, named);
}

/** Every decision was written down in the audit, where that reaches back so far, and nothing there that is none. */
async function misfitsOfAudit(db: Db, now: Date): Promise<readonly Misfit[]> {
  const since = new Date(now.getTime() - shortestAuditDays * 86_400_000);
  const isNoted = sql`a.action = 'keputusan' AND a.details ->> 'decisionId' = d.id::text
    AND (a.details ->> 'chainSeq')::integer = d.chain_seq AND a.account_id = d.account_id`;
  const unnoted = await sql<{ id: string }>`
    SELECT d.id FROM decision AS d WHERE d.received_at > ${since}
      AND NOT EXISTS (SELECT FROM audit AS a WHERE ${isNoted})
    LIMIT ${named}`.execute(db);
  const unmade = await sql<{ id: string }>`
    SELECT coalesce(a.details ->> 'decisionId', '') AS id FROM audit AS a
    WHERE a.action = 'keputusan' AND NOT EXISTS (SELECT FROM decision AS d WHERE ${isNoted})
    LIMIT ${named}`.execute(db);
  return [
    ...unnoted.rows.map(({ id }): Misfit => ({ kind: 'keputusan_tanpa_catatan', id })),
    ...unmade.rows.map(({ id }): Misfit => ({ kind: 'catatan_tanpa_keputusan', id })),
  ];
}

/** Every account is what its last change made of it. */
async function misfitsOfAccounts(db: Db): Promise<readonly Misfit[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT account.id FROM account LEFT JOIN LATERAL (
      SELECT * FROM account_change WHERE account_id = account.id ORDER BY id DESC LIMIT 1
    ) AS last ON true
    WHERE (last.username, last.nip, last.active) IS DISTINCT FROM
      (account.username, account.nip, account.active)
    LIMIT ${named}`.execute(db);
  return rows.map(({ id }) => ({ kind: 'akun', id }));
}

/**
 * Every appointment is what it was given as, or ended since; and who gave one, or ended it, was written down, where the audit
 * reaches back so far.
 */
async function misfitsOfAppointments(db: Db, now: Date): Promise<readonly Misfit[]> {
  const altered = await sql<{ id: string }>`
    SELECT a.id FROM appointment AS a
    LEFT JOIN LATERAL (
      SELECT * FROM appointment_change WHERE appointment_id = a.id ORDER BY id LIMIT 1
    ) AS given ON true
    LEFT JOIN LATERAL (
      SELECT ended_at FROM appointment_change WHERE appointment_id = a.id ORDER BY id DESC LIMIT 1
    ) AS last ON true
    WHERE (given.account_id, given.role, given.scope_kind, given.scope_id, given.valid_from, given.valid_until,
        last.ended_at)
      IS DISTINCT FROM (a.account_id, a.role, a.scope_kind, a.scope_id, a.valid_from, a.valid_until, a.ended_at)
    LIMIT ${named}`.execute(db);
  const since = new Date(now.getTime() - shortestAuditDays * 86_400_000);
  const unnoted = await sql<{ id: string }>`
    SELECT a.id FROM appointment AS a
    WHERE (a.created_at > ${since} AND NOT ${inAudit('penunjukan_diberikan')})
      OR (a.ended_at > ${since} AND NOT ${inAudit('penunjukan_diakhiri')})
    LIMIT ${named}`.execute(db);
  return [
    ...altered.rows.map(({ id }): Misfit => ({ kind: 'penunjukan', id })),
    ...unnoted.rows.map(({ id }): Misfit => ({ kind: 'penunjukan_tanpa_catatan', id })),
  ];
}

/** Whether the audit has that of an appointment `a`. */
function inAudit(action: string) {
  return sql`EXISTS (SELECT FROM audit WHERE action = ${action}
    AND details ->> 'appointmentId' = a.id::text)`;
}
