import { sql } from 'kysely';
import type { Tx } from '#server/store/database.ts';
import { announceChanges, scopeKeysOf } from '#server/feed/feed-counters.ts';
import { insertRevision, type SubmittedContent } from '#server/commands/submissions.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { toPosition, toPositionColumns } from '#server/usul/usul-position.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { UsulPlace } from '#shared/workflow/authority/authority.ts';
import {
  applyAction,
  type Actor,
  type Judged,
  type WorkflowAction,
  type WorkflowRefusal,
  type WorkflowStep,
  type WorkflowUsul,
} from '#shared/workflow/workflow.ts';

/** Days that each stage, and the ASN for a repair, has from the day on which the usul arrives (domain.md 0.13). */
export const daysPerStage = 10;

/** Who acts, with what the history shows. */
export interface NamedActor extends Actor {
  readonly name: string;
}

/** One action on one usul; `reasons` and `note` are what the history shows; `content` is for `ajukan_ulang` alone. */
export interface UsulAction {
  readonly usulId: string;
  readonly actor: NamedActor;
  readonly action: WorkflowAction;
  readonly judged: Judged;
  readonly reasons: readonly string[];
  readonly note: string;
  readonly content?: SubmittedContent;
  readonly now: Date;
}

/** An usul locked for a change; nobody else can change it before the transaction ends. */
export interface LockedUsul extends WorkflowUsul {
  readonly id: string;
}

/** Locks an usul and reads where it stands; undefined when there is none. */
export async function lockUsul(tx: Tx, usulId: string): Promise<LockedUsul | undefined> {
  const row = await tx
    .selectFrom('usul')
    .selectAll()
    .where('id', '=', usulId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const places = await findOpdPlaces(tx, [row.opd_id]);
  const place: UsulPlace = { ...places.get(row.opd_id)!, employeeId: row.employee_id };
  return {
    id: row.id,
    recordType: row.record_type,
    position: toPosition(row),
    revision: row.revision,
    version: row.version,
    place,
  };
}

/**
 * The one write path of the workflow: asks `applyAction`, then writes position, revision and history and announces the
 * change in the feed of every scope that sees the usul. Must run in the transaction that locked the usul; nothing is
 * written when it is refused.
 */
export async function changeUsul(
  tx: Tx,
  usul: LockedUsul,
  action: UsulAction,
): Promise<Result<WorkflowStep, WorkflowRefusal>> {
  const step = applyAction(usul, action.actor, action.action, action.judged);
  if (!step.ok) return step;
  await writeStep(tx, usul.id, step.value, action);
  await tx
    .insertInto('usul_event')
    .values({
      usul_id: usul.id,
      at: action.now,
      revision: step.value.revision,
      actor_name: action.actor.name,
      actor_role: action.actor.role,
      action: action.action,
      reasons: [...action.reasons],
      note: action.note,
    })
    .execute();
  await announceChanges(tx, [
    { usulId: usul.id, presentIn: scopeKeysOf(usul.place), leftFrom: [] },
  ]);
  return step;
}

async function writeStep(
  tx: Tx,
  usulId: string,
  step: WorkflowStep,
  action: UsulAction,
): Promise<void> {
  if (action.action === 'ajukan_ulang') {
    if (!action.content) throw new Error('A resubmission needs its content.');
    await insertRevision(tx, [
      { ...action.content, usulId, revision: step.revision, submittedAt: action.now },
    ]);
  }
  // A question pauses the usul; whatever else happens gives the next one a full period.
  const deadline =
    step.position.kind === 'koordinasi' || step.position.kind === 'selesai'
      ? {}
      : { deadline: addDays(localDateOf(action.now), daysPerStage) };
  await tx
    .updateTable('usul')
    .set({
      ...toPositionColumns(step.position),
      ...deadline,
      revision: step.revision,
      version: step.version,
    })
    .where('id', '=', usulId)
    .execute();
}

/** Moves an usul to another unor, and OPD, of the same or another instansi; scopes that it leaves are told so. */
export async function moveUsul(
  tx: Tx,
  usulId: string,
  target: { readonly opdId: string; readonly unorId: string },
): Promise<Result<{ readonly version: number }, { readonly kind: 'tidak_ada' }>> {
  const usul = await lockUsul(tx, usulId);
  const place = (await findOpdPlaces(tx, [target.opdId])).get(target.opdId);
  if (!usul || !place) return fail({ kind: 'tidak_ada' });
  const { version } = await tx
    .updateTable('usul')
    .set({ opd_id: target.opdId, unor_id: target.unorId, version: sql`version + 1` })
    .where('id', '=', usulId)
    .returning('version')
    .executeTakeFirstOrThrow();
  const presentIn = scopeKeysOf({ ...place, employeeId: usul.place.employeeId });
  const leftFrom = scopeKeysOf(usul.place).filter((key) => !presentIn.includes(key));
  await announceChanges(tx, [{ usulId, presentIn, leftFrom }]);
  return succeed({ version });
}
