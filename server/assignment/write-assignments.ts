import { sql } from 'kysely';
import type { AssignedWhy } from '#server/store/assignment-tables.ts';
import { inChunks } from '#server/store/chunks.ts';
import type { Tx } from '#server/store/database.ts';
import type { SkippedPerson } from '#shared/records/told-assignment.ts';
import type { ActiveStage } from '#shared/records/usul.ts';

/** An assignment to write, of an usul that waits at the stage. */
export interface NewAssignment {
  readonly usulId: string;
  readonly instansiId: string;
  readonly stage: ActiveStage;
  readonly appointmentId: string | null;
  readonly at: Date;
  readonly why: AssignedWhy;
  readonly byAccount?: string | null;
  readonly reason: string;
  readonly skipped?: readonly SkippedPerson[];
  readonly takenFrom?: string | null;
  /** The command that did it, and what its answer names. */
  readonly command?: { readonly id: string; readonly hash: string };
}

/** Writes assignments; answers their numbers in the order given. Of an usul and stage no other may be left that has not ended. */
export async function insertAssignments(
  tx: Tx,
  assignments: readonly NewAssignment[],
): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const chunk of inChunks(assignments)) {
    const rows = chunk.map((one) => ({
      instansi_id: one.instansiId,
      usul_id: one.usulId,
      stage: one.stage,
      appointment_id: one.appointmentId,
      at: one.at,
      why: one.why,
      by_account: one.byAccount ?? null,
      reason: one.reason,
      skipped: JSON.stringify(one.skipped ?? []),
      taken_from: one.takenFrom ?? null,
      command_id: one.command?.id ?? null,
      hash: one.command?.hash ?? null,
      waiting: true,
    }));
    const made = await tx.insertInto('usul_assignment').values(rows).returning('id').execute();
    numbers.push(...made.map(({ id }) => id));
  }
  return numbers;
}

/** What usul have at a stage. */
export interface OfStage {
  readonly usulIds: readonly string[];
  readonly stage: ActiveStage;
}

/** Ends what usul have at a stage. */
export async function endAssignments(tx: Tx, of: OfStage, now: Date): Promise<void> {
  await change(tx, of, { ended_at: now, waiting: false });
}

/** Notes that usul wait again for whoever had them at a stage. */
export async function resumeAssignments(tx: Tx, of: OfStage): Promise<void> {
  await change(tx, of, { waiting: true });
}

async function change(
  tx: Tx,
  { usulIds, stage }: OfStage,
  values: { readonly ended_at?: Date; readonly waiting: boolean },
): Promise<void> {
  if (usulIds.length === 0) return;
  await tx
    .updateTable('usul_assignment')
    .set(values)
    .where('usul_id', '=', sql<string>`ANY(${[...usulIds]}::uuid[])`)
    .where('stage', '=', stage)
    .where('ended_at', 'is', null)
    .execute();
}

/** Usul left a stage: whoever had one has it again when it comes back, but of a settled one there is nothing to come. */
export async function leaveStage(
  tx: Tx,
  usulIds: readonly string[],
  { isSettled, now }: { readonly isSettled: boolean; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('usul_assignment')
    .set({ waiting: false, ...(isSettled && { ended_at: now }) })
    .where('usul_id', '=', sql<string>`ANY(${[...usulIds]}::uuid[])`)
    .where('ended_at', 'is', null)
    .execute();
}
