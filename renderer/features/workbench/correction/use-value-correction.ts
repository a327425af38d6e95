import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import {
  correctionOf,
  firstText,
  problemOf,
} from '#renderer/features/workbench/correction/make-correction.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { mayJudge } from '#renderer/core/case/case-work.ts';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { whyNotCorrectable } from '#shared/workflow/correction.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';

/** Putting a value right that the document proves wrong. */
export interface ValueCorrection {
  /** The field whose correction is being typed. */
  readonly editing: string | null;
  /** What its input begins with. */
  readonly text: string;
  /** Whether somebody corrects here at all, and this field may be. */
  readonly isPossible: (field: string) => boolean;
  /** Begins at the active field; where it is corrected, or about to be, that is taken back. */
  readonly toggle: () => void;
  /** Keeps what was typed; answers what is wrong with it, null when it is kept. */
  readonly keep: (typed: string) => string | null;
  /** False when nothing was being typed. */
  readonly end: () => boolean;
}

interface CorrectionTargets {
  readonly open: OpenCase;
  readonly actions: CaseStore;
  readonly focus: FieldFocus;
  readonly fields: EvidenceStore['fields'];
  /** Brings the fields on the screen. */
  readonly reveal: () => void;
  readonly tell: (sentence: string) => void;
  readonly announce: (sentence: string) => void;
}

/** The correction of the active field of the open usul. */
export function useValueCorrection(targets: CorrectionTargets): ValueCorrection {
  const { open, actions, focus, fields } = targets;
  const [begun, setBegun] = useState<{ readonly field: string; readonly text: string } | null>(
    null,
  );
  const { active } = focus;
  // At another field it has ended.
  const now = begun !== null && begun.field === active ? begun : null;
  const corrects = mayJudge(open) && stageWork[stageOf(open.usul.position)].corrects;
  const spec = fieldsToJudge(open.usul).find(({ name }) => name === active);
  const end = (): boolean => {
    setBegun(null);
    if (now !== null) focus.focus(now.field);
    return now !== null;
  };
  return {
    editing: now?.field ?? null,
    text: now?.text ?? '',
    isPossible: (field) => corrects && whyNotCorrectable(open.usul, field) === null,
    toggle: () => {
      if (!spec || !mayJudge(open) || end()) return;
      if (open.draft.verdicts[spec.name]?.correction)
        return takeBack(targets, spec.name, spec.label);
      const why = corrects
        ? whyNotCorrectable(open.usul, spec.name)
        : workbenchText.correction.notAtThisStage;
      if (why !== null) return targets.announce(why);
      targets.reveal();
      const { name } = spec;
      const seen = open.draft.verdicts[name]?.seen ?? '';
      const value = open.usul.values[name] ?? '';
      const text = firstText(spec, { value, seen, found: fields[name] });
      flushSync(() => setBegun({ field: name, text }));
    },
    keep: (typed) => {
      if (!spec || !now) return null;
      const problem = problemOf(spec, typed, open.usul.values[spec.name] ?? '');
      if (problem !== null) return problem;
      const seen = open.draft.verdicts[spec.name]?.seen ?? '';
      const made = correctionOf(spec, typed, { seen, found: fields[spec.name] });
      flushSync(() => {
        actions.correctField(spec.name, made);
        setBegun(null);
      });
      targets.tell(workbenchText.correction.made(spec.label, typed));
      focus.move(1);
      return null;
    },
    end,
  };
}

function takeBack({ actions, focus, tell }: CorrectionTargets, field: string, label: string): void {
  flushSync(() => actions.correctField(field, null));
  tell(workbenchText.correction.takenBack(label));
  focus.focus(field);
}
