import { useCallback, useState } from 'react';
import { gapsText } from '#renderer/features/workbench/decide/gaps-line.tsx';
import type { PanelPlaces } from '#renderer/features/workbench/decide/use-panel-places.ts';
import type { FieldFocus } from '#renderer/features/workbench/use-field-focus.ts';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { sampledIn } from '#renderer/core/bulk/bulk-view.ts';
import type { CaseStore } from '#renderer/core/case/case-contract.ts';
import { deedOf } from '#renderer/core/case/case-work.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { DecisionGap } from '#shared/workflow/check-decision.ts';

/** A second press this soon (milliseconds) after the usul appeared was meant for the one before. */
const doublePressMs = 300;

/** Saving the decision; `saving` until the next usul is there. */
export interface Decide {
  readonly saving: boolean;
  readonly failure: ShownError | null;
  /** Saves and goes on; while something is missing it says what and moves the focus there. */
  readonly save: () => void;
}

/** Saves the decision of the open usul and opens the next. */
export function useDecide(ports: WorkbenchPorts, focus: FieldFocus, places: PanelPlaces): Decide {
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const [shownAt] = useState(() => performance.now());
  const { bulk, currentCase, inbox } = ports.desk;

  const send = useCallback(async () => {
    setSaving(true);
    setFailure(null);
    const { batch } = bulk.getState();
    const isSample = sampledIn(batch, openIdOf(currentCase)) !== null;
    const result = await currentCase.getState().decide();
    if (!result.ok) {
      setSaving(false);
      return setFailure(result.error);
    }
    // It stays "saving" until the next usul takes its place: nothing flickers in between.
    const { nextUsulId } = result.value;
    if (nextUsulId === null) {
      const { loading } = inbox.getState();
      const last = isSample ? workbenchText.savedLastSample : workbenchText.savedLast;
      ports.announce(loading && !isSample ? workbenchText.savedLoading : last);
      return ports.onLeave();
    }
    const next = inbox.getState().rows.find((row) => row.id === nextUsulId);
    ports.announce(workbenchText.savedNext(next?.nama ?? ''), 'tersimpan');
    ports.onOpen(nextUsulId);
  }, [bulk, currentCase, inbox, ports]);

  const save = useCallback(() => {
    const { current } = currentCase.getState();
    if (saving || current.kind !== 'terbuka' || current.readOnlyBecause !== null) return;
    if (performance.now() - shownAt < doublePressMs) return;
    const deed = deedOf(current);
    if (deed !== null && current.gaps.length === 0) return void send();
    ports.announce(workbenchText.cannotSave(gapsText(deed, current.gaps)));
    goToGap(current.gaps[0], focus, places);
  }, [saving, shownAt, currentCase, send, ports, focus, places]);
  return { saving, failure, save };
}

function openIdOf(currentCase: { readonly getState: () => CaseStore }): string {
  const { current } = currentCase.getState();
  return current.kind === 'terbuka' ? current.usul.id : '';
}

function goToGap(gap: DecisionGap | undefined, focus: FieldFocus, places: PanelPlaces): void {
  switch (gap?.kind) {
    case 'verdict_kurang':
    case 'ada_yang_tidak_sesuai':
    case 'koreksi_tidak_sah':
    case 'alasan_hapus_tidak_berlaku':
    case 'alasan_hapus_tidak_disebut':
      if (gap.fields[0] !== undefined) focus.pointOut(gap.fields[0]);
      return;
    case 'alasan_kurang':
    case 'alasan_tidak_dikenal':
      return places.focusReasons();
    case 'catatan_kurang':
      return places.focusNote();
    case 'halaman_belum_dilihat':
      return places.showUnseen();
    case 'peringatan_terbuka':
      return places.showWarnings();
    // Nothing else is missing, or nothing can be done about it: another outcome has to be chosen.
    case 'dokumen_tidak_terbuka':
    case undefined:
      return places.focusOutcome();
  }
}
