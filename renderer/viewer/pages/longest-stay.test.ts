import { describe, expect, it } from 'vitest';
import { makeLongestStay } from '#renderer/viewer/pages/longest-stay.ts';

describe('longest stay', () => {
  it('is nowhere at first', () => {
    const stay = makeLongestStay();
    expect(stay.best(100)).toBeNull();
    stay.observe(null, 200);
    expect(stay.best(5000)).toBeNull();
  });

  it('is where the person read, not the foot where every page ends', () => {
    const stay = makeLongestStay();
    stay.observe(0, 0);
    stay.observe(0.4, 1000);
    stay.observe(0.8, 5000);
    expect(stay.best(6000)).toBe(0.4);
    expect(stay.best(20_000)).toBe(0.8);
  });

  it('adds up what is spent at nearly the same place', () => {
    const stay = makeLongestStay();
    stay.observe(0.4, 0);
    stay.observe(0.9, 1000);
    stay.observe(0.42, 2500);
    stay.observe(null, 3500);
    expect(stay.best(9000)).toBe(0.42);
  });
});
