import { describe, expect, it } from 'vitest';
import { makeIdleClock } from '#renderer/desk/lock/idle-clock.ts';

const minute = 60_000;

describe('idle clock', () => {
  it('says away after the whole time without a sign of life', () => {
    const clock = makeIdleClock(0);
    expect(clock.isAway(10 * minute - 1, 10 * minute)).toBe(false);
    expect(clock.isAway(10 * minute, 10 * minute)).toBe(true);
  });

  it('begins anew with every sign of life', () => {
    const clock = makeIdleClock(0);
    clock.touch(9 * minute);
    expect(clock.isAway(18 * minute, 10 * minute)).toBe(false);
    expect(clock.isAway(19 * minute, 10 * minute)).toBe(true);
  });

  it('counts the hours that the PC slept', () => {
    const clock = makeIdleClock(0);
    expect(clock.isAway(8 * 60 * minute, 10 * minute)).toBe(true);
  });

  it('does not wait for years when the clock was set back', () => {
    const clock = makeIdleClock(1_000_000 * minute);
    expect(clock.isAway(5 * minute, 10 * minute)).toBe(false);
    expect(clock.isAway(15 * minute, 10 * minute)).toBe(true);
  });
});
