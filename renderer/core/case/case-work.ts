import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import type { Deed, Judgement, Outcome } from '#shared/workflow/decision.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';
import { adoptsVerdicts, type ToldVerdict } from '#shared/workflow/told-decisions.ts';

/** What is about to be done to an usul: the answer to a question, or the decision that was chosen; null while none is. */
export function deedOf({ task, draft }: Pick<OpenCase, 'task' | 'draft'>): Deed | null {
  return task === 'answer' ? 'jawab' : draft.outcome;
}

/** Whether whoever sits here judges the fields of the usul and decides it; an answer only answers. */
export function mayJudge({
  readOnlyBecause,
  task,
}: Pick<OpenCase, 'readOnlyBecause' | 'task'>): boolean {
  return readOnlyBecause === null && task !== 'answer';
}

/** What may be chosen for the usul, in the order of the buttons. */
export function outcomesOf({ usul }: Pick<OpenCase, 'usul'>): readonly Outcome[] {
  return stageWork[stageOf(usul.position)].outcomes;
}

/** The verdict of a decision before this one on which a decision here stands; null where the person gave another one. */
export function adoptedVerdict(open: OpenCase, field: string): ToldVerdict | null {
  if (!adoptsVerdicts(open.usul.position) || field in open.draft.verdicts) return null;
  return open.told.get(field) ?? null;
}

/** The verdict on a field that stands: the person's own, else the one that is adopted. */
export function standingVerdict(open: OpenCase, field: string): Judgement | null {
  return open.draft.verdicts[field]?.verdict ?? adoptedVerdict(open, field)?.verdict ?? null;
}
