import { sql } from 'kysely';
import { leaveStage } from '#server/assignment/write-assignments.ts';
import { assignStep } from '#server/commands/assign-step.ts';
import { contentDigest, writeEvents, type NewEvent } from '#server/commands/event-seals.ts';
import { insertRevision, type SubmittedContent } from '#server/commands/submissions.ts';
import { readSchedule, type ScheduleOfDay } from '#server/schedule/read-schedule.ts';
import { announceChanges, type QueueChange } from '#server/feed/feed-counters.ts';
import type { MessageOrigin } from '#server/threads/append-message.ts';
import { followQuestion } from '#server/threads/follow-question.ts';
import type { Tx } from '#server/store/database.ts';
import { readAssignments, type HeldAssignment } from '#server/usul/assignments.ts';
import { readEarlierDecisions } from '#server/usul/earlier-decisions.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { toPosition, toPositionColumns } from '#server/usul/usul-position.ts';
import { toLocalDate } from '#server/usul/usul-reader.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { localDateIn } from '#shared/kernel/time-zone.ts';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import type { ToldAcknowledgement } from '#shared/records/open-warning.ts';
import { scopeCovers, type UsulPlace } from '#shared/workflow/authority/authority.ts';
import { deadlineAfterPause, deadlineAt } from '#shared/workflow/schedule/deadline.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import type {
  Actor,
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
  /** The command that brought it; absent: none did. */
  readonly origin?: MessageOrigin | undefined;
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
  /** The instansi in which it was handed in, where its history lies. */
  readonly homeId: string;
  /** Since when it is as it is; for one of before that was noted, since it was submitted first. */
  readonly versionAt: Date;
  readonly periodId: string | null;
  readonly unorId: string;
  /** How it was assigned at the stage at which it waits, whoever may decide it by that; absent: it was not. */
  readonly assignment?: HeldAssignment;
  readonly deadline: LocalDate;
}

/** Locks an usul and reads where it stands; undefined when there is none. */
export async function lockUsul(tx: Tx, usulId: string): Promise<LockedUsul | undefined> {
  const [usul] = await lockUsuls(tx, [usulId]);
  return usul;
}

/** The same of many, in the order of their ids: two who lock some of the same do not wait for each other. */
export async function lockUsuls(
  tx: Tx,
  usulIds: readonly string[],
  { lock = true }: { readonly lock?: boolean } = {},
): Promise<readonly LockedUsul[]> {
  const rows = await tx
    .selectFrom('usul')
    .innerJoin('employee', 'employee.id', 'usul.employee_id')
    .selectAll('usul')
    .select('employee.nip')
    .where('usul.id', '=', sql<string>`ANY(${[...usulIds]}::uuid[])`)
    .orderBy('usul.id')
    .$if(lock, (query) => query.forUpdate('usul'))
    .execute();
  const opdIds = rows.map((row) => row.opd_id);
  const places = await findOpdPlaces(tx, opdIds);
  // Before the first stage there is none at which anybody could have decided.
  const later = rows.filter((row) => row.keadaan === 'menunggu' && row.stage !== 'verifikasi');
  const decided = await readEarlierDecisions(
    tx,
    later.map(({ id }) => id),
  );
  const waiting = rows.filter((row) => row.keadaan === 'menunggu');
  const assignments = await readAssignments(
    tx,
    waiting.map(({ id }) => id),
  );
  return rows.map((row) => {
    const by = decided.get(row.id);
    const place = { ...places.get(row.opd_id)!, employeeId: row.employee_id };
    return {
      id: row.id,
      homeId: row.home_id,
      recordType: row.record_type,
      position: toPosition(row),
      revision: row.revision,
      version: row.version,
      place,
      employeeNip: row.nip,
      ...(by && { decided: by }),
      ...assignmentOf(assignments.get(row.id), place),
      unorId: row.unor_id,
      versionAt: row.version_at ?? row.submitted_at,
      periodId: row.period_id,
      deadline: toLocalDate(row.deadline),
    };
  });
}

/** Of what was moved out of the scope of whoever had it he or she has nothing more. */
function assignmentOf(
  assignment: HeldAssignment | undefined,
  place: UsulPlace,
): Pick<LockedUsul, 'assignment' | 'assignedTo'> {
  if (!assignment) return {};
  const { holder } = assignment;
  const has = holder !== null && scopeCovers(holder.scope, place);
  return { assignment, ...(has && { assignedTo: holder }) };
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
  const askedAt = await followQuestion(tx, {
    usulId: usul.id,
    instansiId: usul.place.instansiId,
    revision: usul.revision,
    before: usul.position,
    after: step.position,
    authorName: act.actor.name,
    authorRole: act.actor.role,
    ...act,
  });
  await writePosition(tx, usul, step, { ...act, askedAt });
  await writeEvents(tx, [eventOf(usul, step, act)]);
  await assignStep(tx, usul, step, act);
  await announceChanges(tx, [changeOf(usul, step)]);
}

function eventOf(usul: LockedUsul, step: WorkflowStep, act: Act): NewEvent {
  return {
    usulId: usul.id,
    homeId: usul.homeId,
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
  };
}

function changeOf({ id: usulId, place, position }: LockedUsul, step: WorkflowStep): QueueChange {
  const before = queueKeysOf(place, position);
  return { usulId, before, now: queueKeysOf(place, step.position) };
}

async function writePosition(
  tx: Tx,
  usul: LockedUsul,
  step: WorkflowStep,
  act: Act & { readonly askedAt: Date | null },
): Promise<void> {
  if (act.action === 'ajukan_ulang') {
    if (!act.content) throw new Error('A resubmission needs its content.');
    const { id: usulId, homeId } = usul;
    const at = { usulId, homeId, revision: step.revision, submittedAt: act.now };
    await insertRevision(tx, [{ ...act.content, ...at }]);
  }
  const { periodId, place } = usul;
  const { instansiId } = place;
  const schedule = await readSchedule(tx, { instansiId, periodId }, act.now);
  const deadline = deadlineOf(usul, step, act, schedule);
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

/** Of an usul that comes back with an answer the stage has the days that it had left. */
function deadlineOf(
  usul: LockedUsul,
  { position }: WorkflowStep,
  { action, askedAt }: { readonly action: WorkflowAction; readonly askedAt: Date | null },
  schedule: ScheduleOfDay,
): LocalDate | undefined {
  const { today, timeZone } = schedule;
  if (askedAt === null || action !== 'jawab' || position.kind !== 'menunggu') {
    return deadlineAt(position, today, schedule);
  }
  const pause = { deadline: usul.deadline, askedOn: localDateIn(timeZone, askedAt) };
  return deadlineAfterPause(position.stage, pause, today, schedule);
}

/** A step that settles an usul, as `applyAction` allowed it. */
export interface Settled {
  readonly usul: LockedUsul;
  readonly step: WorkflowStep;
}

/**
 * `writeStep` for many usul that one act settles in the same way, each of which is a step that `applyAction` has allowed; a
 * settled usul has no deadline. Throws for a step that does not settle.
 */
export async function writeSettled(
  tx: Tx,
  settled: readonly Settled[],
  act: Omit<Act, 'content'>,
): Promise<void> {
  const [first] = settled;
  if (!first) return;
  const columns = toPositionColumns(first.step.position);
  const alike = settled.every(({ usul, step }) => {
    const { keadaan, result } = toPositionColumns(step.position);
    const isSame = keadaan === 'selesai' && result === columns.result;
    return isSame && step.revision === usul.revision && step.version === usul.version + 1;
  });
  if (!alike) throw new Error('These steps do not settle their usul alike.');
  await tx
    .updateTable('usul')
    .set({ ...columns, version: sql`version + 1`, version_at: act.now })
    .where('id', '=', sql<string>`ANY(${settled.map(({ usul }) => usul.id)}::uuid[])`)
    .execute();
  await writeEvents(
    tx,
    settled.map(({ usul, step }) => eventOf(usul, step, act)),
  );
  const ids = settled.map(({ usul }) => usul.id);
  await leaveStage(tx, ids, { isSettled: true, now: act.now });
  const announcements = settled.map(({ usul, step }) => changeOf(usul, step));
  await announceChanges(tx, announcements);
}
