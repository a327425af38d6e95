import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import {
  guideAfter,
  guidePlaces,
  type GuideEvent,
  type GuidePlace,
  type GuideStep,
} from '#renderer/features/guide/guide-steps.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';

/** The guide as the views use it. */
export interface Guide {
  /** Null when there is nothing to show. */
  readonly step: GuideStep | null;
  readonly tell: (kind: GuideEvent['kind']) => void;
  readonly end: () => void;
}

type GuideDesk = Pick<Desk, 'preferences' | 'currentCase' | 'outbox'>;

/**
 * Leads a person who is here for the first time, along what happens on the desk; over once, over for good. Who turns its
 * pages is shown the screen that the page speaks of (`show`); who works is left where he or she is.
 */
export function useGuide(desk: GuideDesk, show: (place: GuidePlace) => void): Guide {
  const wanted = useStore(
    desk.preferences,
    ({ ready, preferences }) => ready && !preferences.guideDone,
  );
  const [step, setStep] = useState<GuideStep>('kotak_masuk');
  const end = useCallback(() => {
    desk.preferences.getState().change({ guideDone: true });
    setStep('kotak_masuk');
  }, [desk.preferences]);
  const tell = useCallback(
    (kind: GuideEvent['kind']) => {
      const next = guideAfter(step, { kind });
      if (next === null) return end();
      setStep(next);
      if (kind === 'berikutnya' || kind === 'sebelumnya') show(guidePlaces[next]);
    },
    [step, end, show],
  );
  useWork(desk, wanted, tell);
  return { step: wanted ? step : null, tell, end };
}

/** Tells what happens on the desk while the guide is shown. */
function useWork(desk: GuideDesk, shown: boolean, tell: Guide['tell']): void {
  useEffect(() => {
    if (!shown) return;
    const stopCase = desk.currentCase.subscribe(({ current }, before) => {
      if (current.kind !== 'terbuka') return;
      const { current: earlier } = before;
      if (earlier.kind !== 'terbuka' || earlier.usul.id !== current.usul.id) tell('usul_dibuka');
      else if (current.draft.outcome !== earlier.draft.outcome) tell('keputusan_dipilih');
    });
    const stopOutbox = desk.outbox.subscribe(({ last }, before) => {
      if (last !== null && last.decisionId !== before.last?.decisionId) tell('keputusan_disimpan');
    });
    return () => {
      stopCase();
      stopOutbox();
    };
  }, [desk, shown, tell]);
}
