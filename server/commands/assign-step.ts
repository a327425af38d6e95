import { enterStage, type EnteringUsul } from '#server/assignment/enter-stage.ts';
import { leaveStage } from '#server/assignment/write-assignments.ts';
import type { Tx } from '#server/store/database.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';
import type {
  Actor,
  EarlierDecision,
  WorkflowAction,
  WorkflowStep,
} from '#shared/workflow/workflow.ts';

/** An usul that is locked, as it stands before the step. */
interface SteppedUsul extends Omit<EnteringUsul, 'decided'> {
  readonly position: UsulPosition;
  readonly decided?: readonly EarlierDecision[];
}

/** Who takes the step, and when. */
interface Stepping {
  readonly actor: Actor;
  readonly action: WorkflowAction;
  readonly now: Date;
}

/** Whoever had the usul at the stage that it leaves has it no more; at the one that it comes to somebody has it. */
export async function assignStep(
  tx: Tx,
  usul: SteppedUsul,
  { position }: WorkflowStep,
  act: Stepping,
): Promise<void> {
  const [from, to] = [activeStageOf(usul.position), activeStageOf(position)];
  if (from === to) return;
  if (from) {
    const isSettled = position.kind === 'selesai';
    await leaveStage(tx, [usul.id], { isSettled, now: act.now });
  }
  if (to) {
    const { id, unorId, place } = usul;
    const decided = act.action === 'ajukan_ulang' ? [] : decidedNow(usul, from, act);
    await enterStage(tx, [{ id, unorId, place, decided }], to, act.now);
  }
}

function decidedNow(
  { decided = [] }: SteppedUsul,
  stage: ActiveStage | undefined,
  { actor: { onBehalfOf, ...by } }: Stepping,
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
