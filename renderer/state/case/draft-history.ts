import type { Draft } from '#renderer/data/schema/rows.ts';

const limit = 100;

/** The judgement in a draft: what a step back restores. Note, evidence and place are not part of it. */
type Judgement = Pick<Draft, 'verdicts' | 'outcome' | 'reasons' | 'suggested'>;

/** The steps that a person took on the usul on the desk, newest last. */
export interface DraftHistory {
  readonly canUndo: boolean;
  /** Forgets every step: another usul, or this one as somebody else left it. */
  clear(): void;
  /** Notes how it was before a step. Steps in a row under the same `run` count as one; null stands alone. */
  note(before: Draft, run: string | null): void;
  /** The draft as it was judged before the last step; null when there is none. */
  undo(draft: Draft): Draft | null;
}

/** Builds an empty history; it keeps the last hundred steps. */
export function makeDraftHistory(): DraftHistory {
  let steps: Judgement[] = [];
  let lastRun: string | null = null;
  return {
    get canUndo() {
      return steps.length > 0;
    },
    clear: () => {
      steps = [];
      lastRun = null;
    },
    note: ({ verdicts, outcome, reasons, suggested }, run) => {
      const goesOn = run !== null && run === lastRun;
      lastRun = run;
      if (!goesOn) steps = [...steps, { verdicts, outcome, reasons, suggested }].slice(-limit);
    },
    undo: (draft) => {
      const before = steps.at(-1);
      if (!before) return null;
      steps = steps.slice(0, -1);
      lastRun = null;
      return { ...draft, ...before };
    },
  };
}

/** Whether an edit changed the judgement as a person sees it: confirming a suggestion is no step to take back. */
export function isJudgementChanged(before: Draft, after: Draft): boolean {
  return (
    before.verdicts !== after.verdicts ||
    before.outcome !== after.outcome ||
    before.reasons !== after.reasons
  );
}
