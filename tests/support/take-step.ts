import { changeUsul } from '#server/commands/usul-actions.ts';
import { lockUsul } from '#server/commands/usul-change.ts';
import { inTransaction, type Db } from '#server/store/database.ts';
import type { Actor, WorkflowAction } from '#shared/workflow/workflow.ts';

/** Does this to an usul as it stands, past what a decision must contain; insists that the workflow allows it. */
export async function takeStep(
  db: Db,
  usulId: string,
  actor: Actor,
  action: WorkflowAction,
): Promise<void> {
  const step = await inTransaction(db, async (tx) => {
    const usul = await lockUsul(tx, usulId);
    if (!usul) throw new Error(`No usul ${usulId}`);
    const named = { ...actor, name: 'Petugas Contoh' };
    const shown = { reasons: [], note: '', now: new Date() };
    return changeUsul(tx, usul, { usulId, actor: named, action, judged: usul, ...shown });
  });
  if (!step.ok) throw new Error(`The workflow refused ${action}: ${step.error.kind}`);
}
