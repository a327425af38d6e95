import { useState } from 'react';
import type { CaseEvidence } from '#renderer/features/workbench/evidence/case-evidence.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { evidenceText } from '#renderer/ui/text/evidence.ts';

interface CorrectingTargets {
  readonly ports: WorkbenchPorts;
  readonly active: string | null;
  readonly labelOf: (field: string) => string;
  readonly tell: (sentence: string) => void;
}

type Correcting = Pick<
  CaseEvidence,
  'correcting' | 'startCorrecting' | 'endCorrecting' | 'placeDrawn' | 'takeBackPlace'
>;

/** Showing where the value of the active field stands, by drawing; it ends with the place, by Escape or at another field. */
export function useCorrecting({ ports, active, labelOf, tell }: CorrectingTargets): Correcting {
  const [field, setField] = useState<string | null>(null);
  const correcting = field !== null && field === active ? labelOf(field) : null;
  const store = ports.desk.evidence;
  return {
    correcting,
    startCorrecting: () => {
      if (active === null) return;
      setField(active);
      tell(evidenceText.correcting(labelOf(active)));
    },
    endCorrecting: () => {
      setField(null);
      if (correcting !== null) tell(evidenceText.correctEnded);
      return correcting !== null;
    },
    placeDrawn: (sha256, page, box) => {
      if (active === null) return;
      setField(null);
      store.getState().correctPlace(active, { sha256, page, box });
      tell(evidenceText.corrected(labelOf(active)));
    },
    takeBackPlace: (name) => {
      store.getState().correctPlace(name, null);
      tell(evidenceText.takenBack(labelOf(name)));
    },
  };
}
