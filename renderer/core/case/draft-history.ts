import type { Draft } from '#renderer/data/schema/rows.ts';

const limit = 100;

type Verdicts = Draft['verdicts'];

/** The judgement in a draft: what a step back restores. What was typed (note, `seen`) and looked at is not part of it. */
type Judgement = Pick<
  Draft,
  'verdicts' | 'outcome' | 'reasons' | 'suggested' | 'acknowledged' | 'deletionReason'
>;

/** The steps that a person took on the usul on the desk, newest last. */
export interface DraftHistory {
  readonly canUndo: boolean;
  /** Forgets every step: another usul, or this one as somebody else left it. */
  clear(): void;
  /** Notes how it was before a step. */
  note(before: Draft): void;
  /** The draft as it was judged before the last step, with what was typed since; null when there is none. */
  undo(draft: Draft): Draft | null;
  /** The draft after an edit: a verdict that a step back took away comes again with what was typed beside it. */
  recall(before: Draft, after: Draft): Draft;
}

/** Builds an empty history; it keeps the last hundred steps. */
export function makeDraftHistory(): DraftHistory {
  let steps: Judgement[] = [];
  // What was typed beside verdicts that a step back took away, by field.
  const typed = new Map<string, string>();
  return {
    get canUndo() {
      return steps.length > 0;
    },
    clear: () => {
      steps = [];
      typed.clear();
    },
    note: ({ verdicts, outcome, reasons, suggested, acknowledged, deletionReason }) => {
      const before = { verdicts, outcome, reasons, suggested, acknowledged, deletionReason };
      steps = [...steps, before].slice(-limit);
    },
    undo: (draft) => {
      const before = steps.at(-1);
      if (!before) return null;
      steps = steps.slice(0, -1);
      for (const { field, seen } of Object.values(draft.verdicts)) {
        if (seen !== '' && !before.verdicts[field]) typed.set(field, seen);
      }
      return { ...draft, ...before, verdicts: withNewestSeen(before.verdicts, draft.verdicts) };
    },
    recall: (before, after) => {
      const again = Object.values(after.verdicts).flatMap((judged) => {
        const seen = typed.get(judged.field);
        const blank = judged.verdict === 'tidak_sesuai' && judged.seen === '';
        const isNew = blank && !before.verdicts[judged.field];
        return isNew && seen !== undefined ? [[judged.field, { ...judged, seen }] as const] : [];
      });
      if (again.length === 0) return after;
      return { ...after, verdicts: { ...after.verdicts, ...Object.fromEntries(again) } };
    },
  };
}

/** Whether an edit changed the judgement as a person sees it: neither typing nor confirming a suggestion is a step. */
export function isJudgementChanged(before: Draft, after: Draft): boolean {
  return (
    before.outcome !== after.outcome ||
    before.acknowledged !== after.acknowledged ||
    before.deletionReason !== after.deletionReason ||
    before.reasons.length !== after.reasons.length ||
    before.reasons.some((code, index) => after.reasons[index] !== code) ||
    !sameVerdicts(before, after) ||
    !sameBases(before, after)
  );
}

function sameBases(one: Draft, other: Draft): boolean {
  return Object.values(other.verdicts).every(
    ({ field, basis }) => one.verdicts[field]?.basis === basis,
  );
}

/** Whether both say the same of every field, whatever was typed beside it. */
export function sameVerdicts(one: Draft, other: Draft): boolean {
  const names = new Set([...Object.keys(one.verdicts), ...Object.keys(other.verdicts)]);
  return [...names].every((name) => one.verdicts[name]?.verdict === other.verdicts[name]?.verdict);
}

function withNewestSeen(verdicts: Verdicts, newest: Verdicts): Verdicts {
  const entries = Object.entries(verdicts).map(([name, judged]) => {
    const seen = newest[name]?.seen ?? judged.seen;
    return [name, seen === judged.seen ? judged : { ...judged, seen }] as const;
  });
  return Object.fromEntries(entries);
}
