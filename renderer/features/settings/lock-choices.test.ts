import { describe, expect, it } from 'vitest';
import { lockChoices } from '#renderer/features/settings/lock-choices.ts';

describe('minutes until the desk locks', () => {
  it('are never more than the server allows, which is itself a choice', () => {
    expect(lockChoices(10)).toEqual([2, 5, 10]);
    expect(lockChoices(12)).toEqual([2, 5, 10, 12]);
    expect(lockChoices(1)).toEqual([1]);
  });
});
