import {
  lockUsul,
  writeStep,
  type LockedUsul,
  type UsulAction,
} from '#server/commands/usul-change.ts';
import { periodOfRepair } from '#server/schedule/read-schedule.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { applyAction, type WorkflowRefusal, type WorkflowStep } from '#shared/workflow/workflow.ts';

/** An action that is not a decision: what the ASN (`ajukan_ulang` with its content, `tarik`) and BKPSDM (`jawab`) do. */
export interface PlainAction extends UsulAction {
  readonly action: 'ajukan_ulang' | 'tarik' | 'jawab';
}

/** Why an action is refused. */
export type ActionRefusal = WorkflowRefusal | { readonly kind: 'tidak_ada' };

/** Takes an action that is not a decision, in one transaction. */
export async function actOnUsul(
  db: Db | Tx,
  action: PlainAction,
): Promise<Result<WorkflowStep, ActionRefusal>> {
  return inTransaction(db, async (tx): Promise<Result<WorkflowStep, ActionRefusal>> => {
    const usul = await lockUsul(tx, action.usulId);
    return usul ? changeUsul(tx, usul, action) : fail({ kind: 'tidak_ada' });
  });
}

/**
 * Asks the workflow for what follows from an act on an usul that this transaction has locked, and writes it; nothing is
 * written when it is refused.
 */
export async function changeUsul(
  tx: Tx,
  usul: LockedUsul,
  action: UsulAction,
): Promise<Result<WorkflowStep, WorkflowRefusal>> {
  const periodId =
    action.action === 'ajukan_ulang' ? await periodOfRepair(tx, usul, action.now) : usul.periodId;
  const isOpen = periodId !== undefined;
  const step = applyAction({ ...usul, isOpen }, action.actor, action.action, action.judged);
  if (step.ok) await writeStep(tx, { ...usul, periodId: periodId ?? null }, step.value, action);
  return step;
}
