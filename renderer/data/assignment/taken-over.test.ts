import { expect, test } from 'vitest';
import {
  askForTakeovers,
  lastTakenOver,
  noteTakenOver,
  seeTakenOver,
} from '#renderer/data/assignment/taken-over.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { TakenOver } from '#shared/records/told-assignment.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';

const told = (number: number, day: number): TakenOver => ({
  number,
  usulId: '00000000-0000-4000-8000-000000000001',
  employeeName: 'Rina Contoh',
  by: 'Petugas dua',
  reason: '',
  at: `2026-11-${day}T01:00:00.000Z`,
});

test('after the server went back in time, what was told before is not told again, and what has an old number is not lost', async () => {
  const database = makeTestDatabase();
  const kept = async () =>
    ((await readSealedMeta(database, 'takenOver')) ?? []).map(({ at }) => at);
  const old = [told(7, 10), told(9, 12)];
  await noteTakenOver(database, old, 0);
  await seeTakenOver(database, old);
  await database.transaction('rw', database.meta, () => askForTakeovers(database));
  // An answer that was on its way, to the question from before.
  await noteTakenOver(database, [told(10, 13)], 9);
  expect(await lastTakenOver(database)).toBe(0);
  // The backup has the first one; the second number was given once more.
  await noteTakenOver(database, [told(7, 10), told(9, 14)], 0);
  expect(await kept()).toEqual([told(9, 14).at]);
  expect(await lastTakenOver(database)).toBe(9);
  await noteTakenOver(database, [told(10, 15)], 9);
  expect(await kept()).toEqual([told(9, 14).at, told(10, 15).at]);
  await seeTakenOver(database, [told(9, 14)]);
  expect(await kept()).toEqual([told(10, 15).at]);
  database.close();
});
