import { sql } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import {
  readAssignments,
  type AppointedHolder,
  type HeldAssignment,
} from '#server/usul/assignments.ts';
import { readSubstitutions } from '#server/usul/substitutions.ts';
import {
  takeoverDays,
  type TakenOver,
  type ToldAssignment,
} from '#shared/records/told-assignment.ts';
import type { Substitution } from '#shared/workflow/assignment/substitution.ts';
import { isSamePerson, type Person } from '#shared/workflow/authority/own-usul.ts';

/** Who is told, under which appointment where that is known. */
export interface AssignmentReader extends Person {
  readonly appointmentId?: string;
}

interface TakenRow {
  readonly number: number;
  readonly usulId: string;
  readonly employeeName: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** Who has these usul, as one of those who may decide them is told; those that nobody assigned are missing. */
export async function tellAssignments(
  db: Db | Tx,
  reader: AssignmentReader,
  usulIds: readonly string[],
): Promise<ReadonlyMap<string, ToldAssignment>> {
  const held = await readAssignments(db, usulIds);
  const { appointmentId } = reader;
  const substitutions =
    held.size > 0 && appointmentId !== undefined ? await readSubstitutions(db, appointmentId) : [];
  return new Map(
    [...held].map(([usulId, one]) => [usulId, toldAssignment(reader, one, substitutions)]),
  );
}

/** So many takeovers are told at once; the next ones follow. */
const mostTakeovers = 100;

/** What was taken over from an account lately, after the last takeover that it knows of (its number). */
export async function readTakenOver(
  db: Db | Tx,
  accountId: string,
  after: number,
  now: Date,
): Promise<readonly TakenOver[]> {
  const since = new Date(now.getTime() - takeoverDays * 86_400_000);
  const { rows } = await sql<TakenRow>`
    SELECT held.id AS number, held.usul_id AS "usulId", employee.data ->> 'nama' AS "employeeName",
      account.display_name AS by, held.reason, held.at
    FROM usul_assignment AS held
    JOIN usul ON usul.id = held.usul_id
    JOIN employee ON employee.id = usul.employee_id
    JOIN account ON account.id = held.by_account
    WHERE held.taken_from = ${accountId} AND held.id > ${after} AND held.at > ${since}
    ORDER BY held.id LIMIT ${mostTakeovers}`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** An assignment as one of those who may decide the usul is told of it. */
function toldAssignment(
  reader: AssignmentReader,
  held: HeldAssignment,
  substitutions: readonly Substitution[],
): ToldAssignment {
  const { holder, number, since, why, reason, skipped } = held;
  const isReader = holder !== null && isSamePerson(reader, holder);
  return {
    number,
    to: holder === null ? 'bebas' : isReader ? 'anda' : 'rekan',
    name: holder?.name ?? '',
    since: since.toISOString(),
    why,
    reason,
    skipped: [...skipped],
    ...(holder && !isReader && daysInstead(holder, substitutions)),
  };
}

/** The days on which somebody acts in the place of whoever has an usul. */
function daysInstead(
  holder: AppointedHolder,
  substitutions: readonly Substitution[],
): Pick<ToldAssignment, 'insteadFrom' | 'insteadUntil'> {
  const last = substitutions.findLast((one) => isSamePerson(one.holder, holder));
  return last ? { insteadFrom: last.from, insteadUntil: last.until } : {};
}
