import type { Draft } from '#renderer/data/schema/rows.ts';
import type { Judgement, Outcome } from '#shared/workflow/decision.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';

/** What the verdicts amount to; `outcome` null while they say nothing yet. */
export interface Suggestion {
  readonly outcome: Outcome | null;
  readonly reasons: readonly string[];
}

/**
 * The outcome that follows from the verdicts: everything matches, or what does not is the reason to send it back. One
 * field that does not match is enough; matching needs all of them.
 */
export function suggestOutcome(usul: Usul, verdicts: Draft['verdicts']): Suggestion {
  const judged = fieldsToJudge(usul).map(({ name }) => verdicts[name]?.verdict);
  const reasons = usul.kind === 'hapus' ? deletionReasons(judged) : fieldReasons(judged);
  if (reasons.length > 0) return { outcome: 'perbaikan', reasons };
  const allMatch =
    judged.length > 0 && judged.every((verdict) => verdict === 'sesuai' || verdict === 'dikoreksi');
  return { outcome: allMatch ? 'teruskan' : null, reasons: [] };
}

type Judged = readonly (Judgement | undefined)[];

function fieldReasons(judged: Judged): readonly string[] {
  return [
    ...(judged.includes('tidak_sesuai') ? ['DATA_BEDA'] : []),
    ...(judged.includes('tidak_terbaca') ? ['DOK_KABUR'] : []),
  ];
}

/** What may be repaired of a deletion is its reason, or the paper that bears it out. */
function deletionReasons(judged: Judged): readonly string[] {
  const denied = judged.includes('tidak_sesuai') || judged.includes('tidak_terbaca');
  return denied ? ['HAPUS_TAK_BERDASAR'] : [];
}

/** Whether nobody chose an outcome or a reason in the draft, so that they may follow from the verdicts. */
export function followsVerdicts(draft: Draft): boolean {
  return draft.suggested || (draft.outcome === null && draft.reasons.length === 0);
}

/** Whether a person chose reasons other than those that follow from the verdicts: they are not to be taken away. */
export function hasOwnReasons({ reasons, verdicts }: Draft, usul: Usul): boolean {
  const { reasons: following } = suggestOutcome(usul, verdicts);
  return reasons.length > 0 && !sameList(reasons, following);
}

/** The draft with the outcome that its verdicts amount to; the same object when that is what it has. */
export function withSuggestion(draft: Draft, usul: Usul): Draft {
  const { outcome, reasons } = suggestOutcome(usul, draft.verdicts);
  const suggested = outcome !== null;
  const same =
    draft.outcome === outcome && draft.suggested === suggested && sameList(draft.reasons, reasons);
  return same ? draft : { ...draft, outcome, reasons, suggested };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
