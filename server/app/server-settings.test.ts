import { expect, test } from 'vitest';
import { parseSettings } from '#server/app/server-settings.ts';

test.each([
  [{}, true],
  [{ MEJA_MARK_FOUND_ALLOWED: '' }, true],
  [{ MEJA_MARK_FOUND_ALLOWED: 'false' }, false],
])('whether what was found may be marked in one stroke: %j means %s', (env, allowed) => {
  const settings = parseSettings(env);
  expect(settings).toMatchObject({ ok: true, value: { policy: { markFoundAllowed: allowed } } });
});

test('a setting that does not fit is named', () => {
  expect(parseSettings({ MEJA_MARK_FOUND_ALLOWED: 'mungkin' })).toEqual({
    ok: false,
    error: { variables: ['MEJA_MARK_FOUND_ALLOWED'] },
  });
});

test.each([
  ['MEJA_AUDIT_DAYS', '365'],
  ['MEJA_SESSION_DAYS', '59'],
  ['MEJA_PCS_PER_ADDRESS', '0'],
  ['MEJA_MAX_CONNECTIONS', '-1'],
  ['MEJA_DATABASE_CONNECTIONS', 'banyak'],
])('a limit that would not hold is not taken: %s=%s', (name, value) => {
  expect(parseSettings({ [name]: value })).toEqual({ ok: false, error: { variables: [name] } });
});
