import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { reasonsFor } from '#renderer/features/workbench/decide/reason-list.tsx';
import type { PanelParts } from '#renderer/features/workbench/decide/use-panel-places.ts';
import { outcomeActions, type CaseAction } from '#renderer/features/workbench/keys.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { mayJudge, outcomesOf } from '#renderer/core/case/case-work.ts';
import { judgedBy } from '#renderer/core/case/draft.ts';
import { markedByStroke } from '#renderer/core/case/draft-actions.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import type { Outcome, Verdict } from '#shared/workflow/decision.ts';
import { mayChooseReason } from '#shared/records/deletion/chosen-reason.ts';
import {
  deletionClaimOf,
  deletionReasonField,
  deletionReasons,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import { showField } from '#shared/records/value-text.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { outcomeLabelsAt, verdictLabelsOf } from '#shared/workflow/workflow-labels.ts';
import { notAcknowledged } from '#shared/records/open-warning.ts';

/** What keys and buttons do to the draft, with the focus following. */
export interface Judging {
  readonly judgeField: (field: string, verdict: Verdict | null, seen?: string) => void;
  /** Judges the active field and moves on; for `tidak_sesuai` to the input of what the document says. */
  readonly judgeActive: (verdict: Verdict) => void;
  readonly judgeAll: () => void;
  /** Judges a deletion under this reason. */
  readonly chooseDeletionReason: (reason: DeletionReason) => void;
  /** The same with the reason that comes next in the catalogue. */
  readonly nextDeletionReason: () => void;
  readonly choose: (outcome: Outcome | null) => void;
  /** Chooses the outcome that this key has at the stage of the usul. */
  readonly chooseBy: (action: CaseAction) => void;
  /** States that the open warnings were seen. */
  readonly acknowledge: () => void;
  /** Takes the last step back. */
  readonly undo: () => void;
}

interface JudgingTargets {
  readonly open: OpenCase;
  readonly actions: CaseStore;
  readonly focus: FieldFocus;
  readonly panel: PanelParts;
  /** Says what was done to people who do not see it. */
  readonly tell: (sentence: string) => void;
  /** Says what everybody must see. */
  readonly announce: (sentence: string) => void;
}

/** Actions on the draft of the open usul; without effect where there is nothing to decide. */
export function useJudging(targets: JudgingTargets): Judging {
  const { open, actions, focus, panel, tell, announce } = targets;
  return useMemo(() => {
    const idle = !mayJudge(open);
    const fields = fieldsToJudge(open.usul);
    const labelOf = (name: string): string =>
      fields.find((field) => field.name === name)?.label ?? name;
    const judgeField: Judging['judgeField'] = (field, verdict, seen) => {
      if (idle) return;
      // On screen at once: the input of what the document says may be typed into by the very next key.
      flushSync(() => actions.judgeField(field, verdict, seen));
      if (seen !== undefined) return;
      const label = labelOf(field);
      tell(
        verdict === null
          ? workbenchText.judgementCleared(label)
          : workbenchText.judged(label, verdictLabelsOf(open.usul.kind)[verdict].toLowerCase()),
      );
    };
    return {
      judgeField,
      judgeActive: (verdict) => {
        if (focus.active === null || idle) return;
        judgeField(focus.active, verdict);
        if (verdict === 'tidak_sesuai') focus.focusInput();
        else focus.move(1);
      },
      judgeAll: () => {
        if (!idle) judgeAll(targets);
      },
      chooseDeletionReason: (reason) => {
        if (!idle) chooseDeletionReason(reason, targets);
      },
      nextDeletionReason: () => {
        if (!idle) chooseNextReason(targets);
      },
      choose: (outcome) => {
        if (!idle) chooseOutcome(outcome, targets);
      },
      chooseBy: (action) => {
        const outcome = outcomesOf(open).find((one) => outcomeActions[one] === action);
        if (!idle && outcome) chooseOutcome(outcome, targets);
      },
      acknowledge: () => {
        if (idle) return;
        const count = notAcknowledged(open.warnings, open.draft.acknowledged ?? []).length;
        actions.acknowledge();
        const { acknowledged, nothing } = workbenchText.warnings;
        tell(count === 0 ? nothing : acknowledged(count));
      },
      undo: () => {
        if (idle) return;
        if (open.canUndo) actions.undoStep();
        tell(open.canUndo ? workbenchText.stepUndone : workbenchText.nothingToUndo);
      },
    };
    // `targets` only bundles the others.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [open, actions, focus, panel, tell, announce]);
}

/** One stroke over all fields; the focus goes to the first that it passes over, and it is said why. */
function judgeAll({ open, actions, focus, tell, announce }: JudgingTargets): void {
  const { usul, draft, left } = open;
  const marked = new Set(markedByStroke(draft, usul, (name) => !left.has(name)));
  flushSync(() => actions.judgeRestAsMatching());
  if (marked.size > 0) tell(workbenchText.allJudged(marked.size));
  const rest = fieldsToJudge(usul).filter(
    ({ name }) => !(name in draft.verdicts) && !marked.has(name),
  );
  const [first] = rest;
  if (!first) {
    if (marked.size === 0) tell(workbenchText.nothingToJudge);
    return;
  }
  // What a stroke passes over must be seen: a key that does less than it says seems broken.
  announce(
    left.has(first.name)
      ? workbenchText.leftToPerson(rest.length, first.label)
      : workbenchText.secondStroke,
  );
  focus.focus(first.name);
}

function chooseDeletionReason(
  reason: DeletionReason,
  { actions, tell }: Pick<JudgingTargets, 'actions' | 'tell'>,
): void {
  flushSync(() => actions.chooseDeletionReason(reason));
  tell(workbenchText.deletionReason.chosen(showField(deletionReasonField, reason)));
}

/** After the last one the first comes again; what was read out of the note is where it begins. */
function chooseNextReason(targets: JudgingTargets): void {
  const { usul, draft } = targets.open;
  if (!mayChooseReason(usul)) return targets.tell(workbenchText.deletionReason.fixed);
  const claim = deletionClaimOf(judgedBy(usul, draft));
  const at = claim.kind === 'disebut' ? deletionReasons.indexOf(claim.reason) : -1;
  chooseDeletionReason(deletionReasons[(at + 1) % deletionReasons.length]!, targets);
}

function chooseOutcome(
  outcome: Outcome | null,
  { open, actions, focus, panel, tell }: JudgingTargets,
): void {
  flushSync(() => {
    actions.chooseOutcome(outcome);
    panel.closeReasons();
  });
  tell(
    outcome === null
      ? workbenchText.outcomeCleared
      : workbenchText.outcomeChosen(outcomeLabelsAt(open.usul.position)[outcome]),
  );
  if (reasonsFor(outcome, open.usul.kind).length > 0) panel.places.focusReasons();
  else if (outcome === 'koordinasi') panel.places.focusNote();
  // The list of reasons may have gone with the focus in it.
  else if (document.activeElement === document.body && focus.active !== null)
    focus.focus(focus.active);
}
