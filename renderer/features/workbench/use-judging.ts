import { useCallback, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { OpenCase } from '#renderer/features/workbench/case-fields.ts';
import { reasonsFor } from '#renderer/features/workbench/reason-list.tsx';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { PanelPlaces } from '#renderer/features/workbench/panel-places.ts';
import type { Verdict } from '#renderer/features/workbench/verdict-buttons.tsx';
import type { CaseStore } from '#renderer/state/store-contracts.ts';
import type { Outcome } from '#shared/domain/model/decision.ts';

/** What keys and buttons do to the draft, with the focus following. */
export interface Judging {
  readonly judgeField: (field: string, verdict: Verdict | null, seen?: string) => void;
  /** Judges the active field and moves on; for `tidak_sesuai` to the input of what the document says. */
  readonly judgeActive: (verdict: Verdict) => void;
  readonly judgeAll: () => void;
  readonly choose: (outcome: Outcome | null) => void;
}

/** Actions on the draft of the open usul. */
export function useJudging(
  open: OpenCase,
  actions: CaseStore,
  focus: FieldFocus,
  places: PanelPlaces,
): Judging {
  const { readOnlyBecause } = open;
  const choose = useCallback(
    (outcome: Outcome | null) => {
      // On screen at once: the next key, however fast, already belongs to the list or the note that appears.
      flushSync(() => actions.chooseOutcome(outcome));
      if (reasonsFor(outcome).length > 0) places.focusReasons();
      else if (outcome === 'koordinasi') places.focusNote();
    },
    [actions, places],
  );
  return useMemo(
    () => ({
      judgeField: (field, verdict, seen) => actions.judgeField(field, verdict, seen),
      judgeActive: (verdict) => {
        if (focus.active === null || readOnlyBecause !== null) return;
        const { active } = focus;
        flushSync(() => actions.judgeField(active, verdict));
        if (verdict === 'tidak_sesuai') focus.focusInput();
        else focus.move(1);
      },
      judgeAll: () => {
        if (readOnlyBecause === null) actions.judgeRestAsMatching();
      },
      choose: (outcome) => {
        if (readOnlyBecause === null) choose(outcome);
      },
    }),
    [actions, focus, readOnlyBecause, choose],
  );
}
