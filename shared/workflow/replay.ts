import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { deciderOf, doerOf } from '#shared/workflow/authority/authority.ts';
import { nextPosition, type WorkflowAction } from '#shared/workflow/workflow.ts';

/** Where an usul stands, and in which revision, after all that was done to it. */
export interface Replayed {
  readonly position: UsulPosition;
  readonly revision: number;
}

/**
 * Where an usul must stand after the actions of its history, the submission (`ajukan`) first; undefined for a history that
 * the workflow does not allow. By whom each was done is not asked.
 */
export function replayHistory(
  recordType: RecordTypeId,
  actions: readonly string[],
): Replayed | undefined {
  const [first, ...later] = actions;
  if (first !== 'ajukan') return undefined;
  let [position, revision]: [UsulPosition, number] = [{ kind: 'menunggu', stage: 'verifikasi' }, 1];
  for (const action of later) {
    if (!isAction(action)) return undefined;
    const next = nextPosition({ recordType, position }, actorOf(position, action), action);
    if (!next.ok) return undefined;
    position = next.value;
    if (action === 'ajukan_ulang') revision += 1;
  }
  return { position, revision };
}

/** What of a history is a decision, and so a link of the chain. */
export const decisionActions = [
  'teruskan',
  'perbaikan',
  'tolak',
  'koordinasi',
  'kembalikan',
] as const;

const actions: readonly string[] = [...decisionActions, 'jawab', 'ajukan_ulang', 'tarik'];

function isAction(action: string): action is WorkflowAction {
  return actions.includes(action);
}

function actorOf(position: UsulPosition, action: WorkflowAction): Role {
  if (action === 'tarik' || action === 'ajukan_ulang' || action === 'jawab') return doerOf(action);
  // A decision where nobody can decide is not allowed, whoever it was.
  return deciderOf(position.kind === 'menunggu' ? position.stage : 'verifikasi');
}
