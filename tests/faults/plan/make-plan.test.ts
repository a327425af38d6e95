import { expect, test } from 'vitest';
import { makePlan } from '#tests/faults/plan/make-plan.ts';

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

test('a seed is the same day whenever it is run', () => {
  expect(makePlan(7)).toEqual(makePlan(7));
  expect(makePlan(7)).not.toEqual(makePlan(8));
});

test('a full run asks for more than 5,000 decisions', () => {
  const decisions = seeds.flatMap((seed) => makePlan(seed).filter(({ kind }) => kind === 'decide'));
  expect(decisions.length).toBeGreaterThan(5_500);
});

test('no two decisions carry the same note', () => {
  const notes = seeds.flatMap((seed) =>
    makePlan(seed).flatMap((act) => (act.kind === 'decide' ? [act.order.note] : [])),
  );
  expect(new Set(notes).size).toBe(notes.length);
});
