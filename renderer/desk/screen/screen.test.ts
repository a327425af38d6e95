import { describe, expect, it } from 'vitest';
import { hashOf, screenOf, type Screen } from '#renderer/desk/screen/screen.ts';

describe('screen and address', () => {
  it.each<Screen>([
    { kind: 'inbox' },
    { kind: 'outbox' },
    { kind: 'conflicts', decisionId: null },
    { kind: 'conflicts', decisionId: '0190a0b0-0000-7000-8000-000000000002' },
    { kind: 'settings' },
    { kind: 'case', usulId: '0190a0b0-0000-7000-8000-000000000001' },
  ])('comes back to %o', (screen) => {
    expect(screenOf(hashOf(screen))).toEqual(screen);
  });

  it('opens the inbox for an unknown address', () => {
    expect(screenOf('#/periksa/../x')).toEqual({ kind: 'inbox' });
    expect(screenOf('')).toEqual({ kind: 'inbox' });
  });
});
