import { expect, test } from 'vitest';
import { Patience } from '#renderer/evidence/reading/patience.ts';

test('a usual PC, and a faster one, has the limits as they are', () => {
  const patience = new Patience();
  expect(patience.of(1000)).toBe(1000);
  patience.note(50, 100);
  expect(patience.of(1000)).toBe(1000);
});

test('a slow one has them longer by as much as its pages took longer', () => {
  const patience = new Patience();
  for (const ms of [380, 400, 420]) patience.note(ms, 100);
  expect(patience.of(1000)).toBe(4000);
});

test('one slow page among others changes nothing, and what was slow once is forgotten', () => {
  const patience = new Patience();
  for (const ms of [90, 900, 95]) patience.note(ms, 100);
  expect(patience.of(1000)).toBe(1000);
  for (const ms of [400, 400, 400, 400, 400]) patience.note(ms, 100);
  expect(patience.of(1000)).toBe(4000);
  for (const ms of [100, 100, 100, 100, 100]) patience.note(ms, 100);
  expect(patience.of(1000)).toBe(1000);
});

test('however slow, there is an end', () => {
  const patience = new Patience();
  patience.note(99_000, 100);
  expect(patience.of(1000)).toBe(10_000);
});

test('a document that took too long has twice as long every further time, the next one not', () => {
  const patience = new Patience();
  patience.begin(2);
  expect(patience.of(1000)).toBe(4000);
  patience.begin(0);
  expect(patience.of(1000)).toBe(1000);
});

test('waits so long, and no longer', async () => {
  const patience = new Patience();
  patience.note(400, 100);
  const slow = new Promise<string>((resolve) => {
    setTimeout(() => resolve('came'), 60);
  });
  expect(await patience.within(slow, 30)).toEqual({ ok: true, value: 'came' });
  expect(await patience.within(new Promise(() => undefined), 5)).toEqual({
    ok: false,
    error: 'terlalu_lama',
  });
});
