import { describe, expect, it } from 'vitest';
import { makeViewMemory } from '#renderer/features/workbench/document/view-memory.ts';
import { createStore } from 'zustand/vanilla';
import {
  defaultPreferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';

function makePreferencesStore() {
  return createStore<PreferencesStore>()((set, get) => ({
    ready: true,
    preferences: defaultPreferences,
    change: (part) => set({ preferences: { ...get().preferences, ...part } }),
  }));
}

describe('memory of the viewer', () => {
  it('keeps views by kind of document', () => {
    const memory = makeViewMemory(makePreferencesStore());
    expect(memory.viewOf('872')).toBeNull();
    memory.keepView('872', { zoom: 'halaman', top: 0.5, left: 0 });
    memory.keepView('873', { zoom: 1.5, top: 0, left: 0 });
    expect(memory.viewOf('872')).toEqual({ zoom: 'halaman', top: 0.5, left: 0 });
  });

  it('keeps turned documents only, and forgets the oldest of many', () => {
    const preferences = makePreferencesStore();
    const memory = makeViewMemory(preferences);
    memory.keepRotation('a', 90);
    expect(memory.rotationOf('a')).toBe(90);
    memory.keepRotation('a', 0);
    expect(preferences.getState().preferences.rotations).toEqual({});
    for (let index = 0; index < 600; index += 1) memory.keepRotation(`dokumen-${index}`, 180);
    expect(Object.keys(preferences.getState().preferences.rotations)).toHaveLength(500);
    expect(memory.rotationOf('dokumen-599')).toBe(180);
    expect(memory.rotationOf('dokumen-0')).toBe(0);
  });
});
