import type { StoreApi } from 'zustand/vanilla';
import type { PreferencesStore } from '#renderer/core/preferences/preferences.ts';
import type { ViewMemory } from '#renderer/viewer/document/viewer-ports.ts';

/** How many turned documents are remembered; the oldest are forgotten. */
const keptRotations = 500;

/** The viewer's memory in the person's preferences. */
export function makeViewMemory(preferences: StoreApi<PreferencesStore>): ViewMemory {
  const now = () => preferences.getState().preferences;
  return {
    viewOf: (kind) => now().documentViews[kind] ?? null,
    keepView: (kind, view) =>
      preferences.getState().change({ documentViews: { ...now().documentViews, [kind]: view } }),
    rotationOf: (sha256) => now().rotations[sha256] ?? 0,
    keepRotation: (sha256, rotation) => {
      const { [sha256]: before, ...others } = now().rotations;
      if ((before ?? 0) === rotation) return;
      const kept = Object.fromEntries(Object.entries(others).slice(-keptRotations + 1));
      preferences
        .getState()
        .change({ rotations: rotation === 0 ? others : { ...kept, [sha256]: rotation } });
    },
  };
}
