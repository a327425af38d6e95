import { describe, expect, it } from 'vitest';
import { LineSlots } from '#renderer/ui/parts/data-table/line-slots.ts';

const slotsOf = (slots: ReadonlyMap<number, number>): Record<number, number> =>
  Object.fromEntries(slots);

describe('the slots of drawn lines', () => {
  it('are kept by the lines that stay and taken over by those that come', () => {
    const slots = new LineSlots();
    expect(slotsOf(slots.assign([0, 1, 2, 3]))).toEqual({ 0: 0, 1: 1, 2: 2, 3: 3 });
    expect(slotsOf(slots.assign([2, 3, 4, 5]))).toEqual({ 2: 2, 3: 3, 4: 0, 5: 1 });
    expect(slotsOf(slots.assign([2, 3, 4, 5]))).toEqual({ 2: 2, 3: 3, 4: 0, 5: 1 });
  });

  it('never grow beyond the lines that are drawn at once', () => {
    const slots = new LineSlots();
    for (let at = 0; at < 1000; at += 7) {
      const given = slots.assign([at, at + 1, at + 2]);
      expect(Math.max(...given.values())).toBe(2);
    }
  });
});
