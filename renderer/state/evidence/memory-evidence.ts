import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EvidenceStore } from '#renderer/state/evidence/evidence-contract.ts';

/** A store that nothing is read for; whoever tries the screen gives it what it is to show. */
export function makeMemoryEvidence(): StoreApi<EvidenceStore> {
  return createStore<EvidenceStore>()((set, get) => ({
    usulId: null,
    reading: { kind: 'terhenti' },
    fields: {},
    warnings: [],
    readings: {},
    ahead: { doneDocuments: 0, totalDocuments: 0, secondsLeft: null, state: 'mati' },
    pauseAhead: (paused) =>
      set({ ahead: { ...get().ahead, state: paused ? 'dijeda' : 'membaca', secondsLeft: null } }),
    correctPlace(field, place) {
      const { [field]: before, ...others } = get().fields;
      if (!place) return set({ fields: others });
      const { sha256, page, box } = place;
      const shown = { page, boxes: [[...box]] as [[number, number, number, number]] };
      set({
        fields: {
          ...others,
          [field]: {
            field,
            status: 'mirip',
            because: 'tidak_yakin',
            sha256,
            correctedByPerson: true,
            place: { ...shown, printed: '', label: null },
            others: before && before.status !== 'tidak_ditemukan' ? [before.place] : [],
          },
        },
      });
    },
  }));
}
