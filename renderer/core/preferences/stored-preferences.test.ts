import { describe, expect, test } from 'vitest';
import { defaultPreferences } from '#renderer/core/preferences/preferences.ts';
import {
  completePreferences,
  parsePreferenceParts,
} from '#renderer/core/preferences/stored-preferences.ts';

describe('stored preferences', () => {
  test('are read as they were set', () => {
    const set = completePreferences({
      theme: 'gelap',
      textSize: 115,
      lockMinutes: 5,
      documentViews: { 'mv-sk': { zoom: 1.5, top: 0.2, left: 0 } },
      rotations: { ['a'.repeat(64)]: 90 },
    });
    expect(completePreferences(parsePreferenceParts({ ...set }))).toEqual(set);
  });

  test('of another version lose only what this one cannot read', () => {
    const parts = parsePreferenceParts({
      theme: 'pelangi',
      density: 'rapat',
      textSize: 37,
      comingSoon: true,
      inboxFilter: { ...defaultPreferences.inboxFilter, kinds: ['ubah', 'lain'], marks: undefined },
    });
    const inboxFilter = { ...defaultPreferences.inboxFilter, kinds: ['ubah'] };
    expect(parts).toEqual({ density: 'rapat', inboxFilter });
    expect(completePreferences(parts).theme).toBe('sistem');
  });

  test('never hold whom somebody searched for', () => {
    const personal = { ...defaultPreferences.inboxFilter, search: 'Siti', nip: '99' };
    const parts = parsePreferenceParts({
      inboxFilter: personal,
      savedFilters: [{ name: 'Segera', filter: personal, sort: 'nama' }],
    });
    expect(parts.inboxFilter).toMatchObject({ search: '', nip: '' });
    expect(parts.savedFilters?.[0]?.filter).toMatchObject({ search: '', nip: '' });
  });

  test('remember the rotation of the last 300 documents', () => {
    const shas = Array.from({ length: 350 }, (_, n) => n.toString(16).padStart(64, '0'));
    const rotations = Object.fromEntries(shas.map((sha256) => [sha256, 180 as const]));
    expect(Object.keys(parsePreferenceParts({ rotations }).rotations ?? {})).toEqual(
      shas.slice(50),
    );
  });
});
