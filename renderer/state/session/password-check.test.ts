import { expect, test } from 'vitest';
import { makePasswordCheck, verifyPassword } from '#renderer/state/session/password-check.ts';
import { waitAfter } from '#renderer/state/session/unlock.ts';

test('a check knows its password and no other, and does not hold it', async () => {
  const check = await makePasswordCheck('tirta-kencana');
  expect(check.rounds).toBeGreaterThanOrEqual(600_000);
  expect(JSON.stringify(check)).not.toContain('tirta');
  expect(await verifyPassword(check, 'tirta-kencana')).toBe(true);
  expect(await verifyPassword(check, 'tirta-kencanA')).toBe(false);
});

test('the same password gives another check each time', async () => {
  const [one, other] = [await makePasswordCheck('sama'), await makePasswordCheck('sama')];
  expect(one.salt).not.toBe(other.salt);
  expect(one.hash).not.toBe(other.hash);
});

test('wrong passwords wait longer and longer, at most a minute', () => {
  const waits = [0, 1, 2, 3, 4, 7, 50].map((failures) => waitAfter(failures) / 1000);
  expect(waits).toEqual([0, 1, 2, 4, 8, 60, 60]);
});
