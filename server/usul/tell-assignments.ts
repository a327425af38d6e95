import type { Db, Tx } from '#server/store/database.ts';
import {
  readAssignments,
  type AppointedHolder,
  type HeldAssignment,
} from '#server/usul/assignments.ts';
import { readSubstitutions, type LetteredSubstitution } from '#server/usul/substitutions.ts';
import type { ToldAssignment } from '#shared/records/told-assignment.ts';
import type { Substitution } from '#shared/workflow/assignment/substitution.ts';
import { isSamePerson, type Person } from '#shared/workflow/authority/own-usul.ts';

/** Who is told, under which appointment where that is known. */
export interface AssignmentReader extends Person {
  readonly appointmentId?: string;
}

/** Who has usul, and in whose place a reader may act on them. */
export interface KnownAssignments {
  readonly held: ReadonlyMap<string, HeldAssignment>;
  readonly substitutions: readonly LetteredSubstitution[];
}

/** What of these usul, which wait for the decision of a reader, is known of their assignment. */
export async function knownAssignments(
  db: Db | Tx,
  { appointmentId }: AssignmentReader,
  usulIds: readonly string[],
): Promise<KnownAssignments> {
  if (usulIds.length === 0) return { held: new Map(), substitutions: [] };
  const held = await readAssignments(db, usulIds);
  const substitutions =
    appointmentId === undefined ? [] : await readSubstitutions(db, appointmentId);
  return { held, substitutions };
}

/** An assignment as one of those who may decide the usul is told of it. */
export function toldAssignment(
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
