import { sql } from 'kysely';
import { enterStage } from '#server/assignment/enter-stage.ts';
import { leaveStage } from '#server/assignment/write-assignments.ts';
import { contentDigest, writeEvents } from '#server/commands/event-seals.ts';
import { insertRevision, type SubmittedContent } from '#server/commands/submissions.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { announceChanges } from '#server/feed/feed-counters.ts';
import type { Tx } from '#server/store/database.ts';
import { readAssignments, type HeldAssignment } from '#server/usul/assignments.ts';
import { readEarlierDecisions } from '#server/usul/earlier-decisions.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { toPosition, toPositionColumns } from '#server/usul/usul-position.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { ToldAcknowledgement } from '#shared/records/open-warning.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';
import { scopeCovers, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import { deadlineAt } from '#shared/workflow/schedule/deadline.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import type {
  Actor,
  EarlierDecision,
  Judged,
  WorkflowAction,
  WorkflowStep,
  WorkflowUsul,
} from '#shared/workflow/workflow.ts';

/** Who acts, with what the history shows. */
export interface NamedActor extends Actor {
  readonly name: string;
}

/** What somebody does; `reasons` and `note` are what the history shows; `content` is for `ajukan_ulang` alone. */
export interface Act {
  readonly actor: NamedActor;
  readonly action: WorkflowAction;
  readonly reasons: readonly string[];
  readonly note: string;
  /** The open warnings over which it was decided. */
  readonly acknowledged?: readonly ToldAcknowledgement[] | undefined;
  /** Under which reason a deletion was judged that states none. */
  readonly deletionReason?: DeletionReason | undefined;
  readonly content?: SubmittedContent;
  readonly now: Date;
}

/** An act on one usul as it was judged. */
export interface UsulAction extends Act {
  readonly usulId: string;
  readonly judged: Judged;
}

/** An usul locked for a change; nobody else can change it before the transaction ends. */
export interface LockedUsul extends WorkflowUsul {
  readonly id: string;
  /** Since when it is as it is; for one of before that was noted, since it was submitted first. */
  readonly versionAt: Date;
  readonly periodId: string | null;
  readonly unorId: string;
  /** How it was assigned at the stage at which it waits, whoever may decide it by that; absent: it was not. */
  readonly assignment?: HeldAssignment;
}

/** Locks an usul and reads where it stands; undefined when there is none. */
export async function lockUsul(tx: Tx, usulId: string): Promise<LockedUsul | undefined> {
  const row = await tx
    .selectFrom('usul')
    .innerJoin('employee', 'employee.id', 'usul.employee_id')
    .selectAll('usul')
    .select('employee.nip')
    .where('usul.id', '=', usulId)
    .forUpdate('usul')
    .executeTakeFirst();
  if (!row) return undefined;
  const places = await findOpdPlaces(tx, [row.opd_id]);
  const place: UsulPlace = { ...places.get(row.opd_id)!, employeeId: row.employee_id };
  // Before the first stage there is none at which anybody could have decided.
  const mayBeDecided = row.keadaan === 'menunggu' && row.stage !== 'verifikasi';
  const decided = mayBeDecided ? (await readEarlierDecisions(tx, [row.id])).get(row.id) : undefined;
  const position = toPosition(row);
  const assignment = await readAssignment(tx, row.id, position);
  const holder = assignment?.holder;
  return {
    id: row.id,
    recordType: row.record_type,
    position,
    revision: row.revision,
    version: row.version,
    place,
    employeeNip: row.nip,
    ...(decided && { decided }),
    ...(assignment && { assignment }),
    // Of what was moved out of the scope of whoever had it he or she has nothing more.
    ...(holder && scopeCovers(holder.scope, place) && { assignedTo: holder }),
    unorId: row.unor_id,
    versionAt: row.version_at ?? row.submitted_at,
    periodId: row.period_id,
  };
}

async function readAssignment(
  tx: Tx,
  usulId: string,
  position: UsulPosition,
): Promise<HeldAssignment | undefined> {
  if (position.kind !== 'menunggu') return undefined;
  return (await readAssignments(tx, [usulId])).get(usulId);
}

/**
 * The one write path of the workflow: writes position, revision and history of a step that `applyAction` has allowed, and
 * announces the change in the feed of every queue that the usul lies in or leaves. Must run in the transaction that
 * locked the usul.
 */
export async function writeStep(
  tx: Tx,
  usul: LockedUsul,
  step: WorkflowStep,
  act: Act,
): Promise<void> {
  await writePosition(tx, usul, step, act);
  await writeEvents(tx, [
    {
      usulId: usul.id,
      at: act.now,
      revision: step.revision,
      actorName: act.actor.name,
      actorRole: act.actor.role,
      action: act.action,
      reasons: act.reasons,
      note: act.note,
      acknowledged: act.acknowledged?.length ? act.acknowledged : null,
      deletionReason: act.deletionReason ?? null,
      content: act.action === 'ajukan_ulang' && act.content ? contentDigest(act.content) : null,
    },
  ]);
  await assignAnew(tx, usul, step, act);
  const before = queueKeysOf(usul.place, usul.position);
  const now = queueKeysOf(usul.place, step.position);
  await announceChanges(tx, [{ usulId: usul.id, before, now }]);
}

/** Whoever had the usul at the stage that it leaves has it no more; at the one that it comes to somebody has it. */
async function assignAnew(
  tx: Tx,
  usul: LockedUsul,
  { position }: WorkflowStep,
  act: Act,
): Promise<void> {
  const [from, to] = [activeStageOf(usul.position), activeStageOf(position)];
  if (from === to) return;
  if (from) {
    const isSettled = position.kind === 'selesai';
    await leaveStage(tx, usul.id, { isSettled, now: act.now });
  }
  if (to) {
    const { id, unorId, place } = usul;
    const decided = act.action === 'ajukan_ulang' ? [] : decidedNow(usul, from, act);
    await enterStage(tx, [{ id, unorId, place, decided }], to, act.now);
  }
}

function decidedNow(
  { decided = [] }: LockedUsul,
  stage: ActiveStage | undefined,
  { actor: { onBehalfOf, ...by } }: Act,
): readonly EarlierDecision[] {
  if (!stage) return decided;
  return [...decided, { stage, by, ...(onBehalfOf && { onBehalfOf }) }];
}

/** Where it waits, or will again once a question is answered. */
function activeStageOf(position: UsulPosition): ActiveStage | undefined {
  return position.kind === 'menunggu' || position.kind === 'koordinasi'
    ? position.stage
    : undefined;
}

async function writePosition(
  tx: Tx,
  usul: LockedUsul,
  step: WorkflowStep,
  act: Act,
): Promise<void> {
  if (act.action === 'ajukan_ulang') {
    if (!act.content) throw new Error('A resubmission needs its content.');
    await insertRevision(tx, [
      { ...act.content, usulId: usul.id, revision: step.revision, submittedAt: act.now },
    ]);
  }
  const { periodId, place } = usul;
  const { instansiId } = place;
  const schedule = await readSchedule(tx, { instansiId, periodId }, act.now);
  const deadline = deadlineAt(step.position, schedule.today, schedule);
  await tx
    .updateTable('usul')
    .set({
      ...toPositionColumns(step.position),
      ...(deadline && { deadline }),
      period_id: periodId,
      revision: step.revision,
      version: step.version,
      version_at: act.now,
    })
    .where('id', '=', usul.id)
    .execute();
}

/** Moves an usul to another unor, and OPD, of the same or another instansi; queues that it leaves are told so. */
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
    .set({
      opd_id: target.opdId,
      unor_id: target.unorId,
      version: sql`version + 1`,
      version_at: sql`now()`,
    })
    .where('id', '=', usulId)
    .returning('version')
    .executeTakeFirstOrThrow();
  const before = queueKeysOf(usul.place, usul.position);
  const moved = { ...place, employeeId: usul.place.employeeId };
  const now = queueKeysOf(moved, usul.position);
  if (usul.position.kind === 'menunggu') {
    const { decided = [] } = usul;
    const at = { id: usulId, unorId: target.unorId, place: moved, decided };
    await enterStage(tx, [at], usul.position.stage, new Date());
  }
  await announceChanges(tx, [{ usulId, before, now }]);
  return succeed({ version });
}
