import { enterStage } from '#server/assignment/enter-stage.ts';
import { leaveStage } from '#server/assignment/write-assignments.ts';
import type { Act, LockedUsul } from '#server/commands/usul-change.ts';
import type { Tx } from '#server/store/database.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';
import type { EarlierDecision, WorkflowStep } from '#shared/workflow/workflow.ts';

/** Whoever had the usul at the stage that it leaves has it no more; at the one that it comes to somebody has it. */
export async function assignStep(
  tx: Tx,
  usul: LockedUsul,
  { position }: WorkflowStep,
  act: Act,
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
