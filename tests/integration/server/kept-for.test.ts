import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp } from '#server/app/housekeeping.ts';
import {
  continueSession,
  openSession,
  revokeSession,
  sessionDays,
} from '#server/session/sessions.ts';
import { pruneAudit, shortestAuditDays, writeAudit } from '#server/store/audit.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { addOrganisation, addVerifikator } from '#tests/support/builders.ts';
import { makeTestDatabase, tamper, type TestDatabase } from '#tests/support/database.ts';

const dayMs = 86_400_000;
const now = new Date('2030-06-01T00:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
const days = { session: 90, audit: 1_826 };

let database: TestDatabase;
let account: AppointedAccount;

beforeAll(async () => {
  database = await makeTestDatabase();
  await addOrganisation(database.db);
  account = await addVerifikator(database.db, 'dinas-a');
});
afterAll(() => database.drop());

async function open(at: Date) {
  const device = { id: randomUUID(), name: 'PC' };
  const opened = await openSession(database.db, account, device, at);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

async function isKept(sessionId: string): Promise<boolean> {
  const row = await database.db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row !== undefined;
}

const today = () => new Date();
const clean = () => cleanUp({ db: database.db, now: () => now }, days);

test('a session that goes on loses its oldest tokens only, and still knows a stolen one', async () => {
  const opened = await open(daysAgo(sessionDays - 1));
  const tokens = [opened.refreshToken];
  // Exchanged every 20 days: the first tokens ran out long ago.
  for (const at of [160, 140, 120, 100, 80, 60, 40, 20, 1]) {
    const device = { id: opened.deviceId };
    const next = await continueSession(database.db, tokens[0]!, device, daysAgo(at));
    if (!next.ok) throw new Error(`${at}: ${next.error.kind}`);
    tokens.unshift(next.value.refreshToken);
  }
  await clean();
  const { count } = await database.db
    .selectFrom('refresh_token')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('session_id', '=', opened.sessionId)
    .executeTakeFirstOrThrow();
  expect(count).toBeLessThan(tokens.length);
  const [newest, before] = tokens;
  const going = await continueSession(database.db, newest!, { id: opened.deviceId }, now);
  expect(going.ok).toBe(true);
  const stolen = await continueSession(database.db, before!, { id: opened.deviceId }, now);
  expect(stolen).toMatchObject({ ok: false, error: { kind: 'dipakai_ulang' } });
});

test('a session ends half a year after its sign-in, however often it was continued', async () => {
  const opened = await open(daysAgo(sessionDays));
  const kept = await continueSession(
    database.db,
    opened.refreshToken,
    { id: opened.deviceId },
    daysAgo(150),
  );
  if (!kept.ok) throw new Error(kept.error.kind);
  let token = kept.value.refreshToken;
  for (const at of [100, 50, 1]) {
    const next = await continueSession(database.db, token, { id: opened.deviceId }, daysAgo(at));
    if (!next.ok) throw new Error(next.error.kind);
    token = next.value.refreshToken;
  }
  const late = await continueSession(database.db, token, { id: opened.deviceId }, now);
  expect(late).toEqual({ ok: false, error: { kind: 'tidak_dikenal' } });
});

test('sessions go when they ended, or ran out, long enough ago', async () => {
  const [ended, endedLately, ranOut, ranOutLately] = [
    await open(daysAgo(200)),
    await open(daysAgo(200)),
    await open(daysAgo(160)),
    await open(daysAgo(140)),
  ];
  await revokeSession(database.db, ended.sessionId, daysAgo(91));
  await revokeSession(database.db, endedLately.sessionId, daysAgo(89));
  await tamper(
    database.url,
    `UPDATE refresh_token SET expires_at = '${daysAgo(10).toISOString()}' WHERE session_id = '${endedLately.sessionId}'`,
  );
  await clean();
  const kept = await Promise.all(
    [ended, endedLately, ranOut, ranOutLately].map(({ sessionId }) => isKept(sessionId)),
  );
  expect(kept).toEqual([false, true, false, true]);
});

test('the audit loses what is very old, says so, and nothing younger can be removed by anybody', async () => {
  const { db, url } = database;
  const entry = { accountId: account.id, deviceId: null, action: 'masuk', details: {} } as const;
  for (const age of [2_000, 1_900, 400, 1]) {
    await writeAudit(db, entry);
    await tamper(
      url,
      `UPDATE audit SET at = now() - interval '${age} days' WHERE id = (SELECT max(id) FROM audit)`,
    );
  }
  await cleanUp({ db, now: today }, days);
  const read = () =>
    db
      .selectFrom('audit')
      .select(['action', 'details'])
      .where('action', '<>', 'penunjukan_diberikan')
      .orderBy('id')
      .execute();
  const rows = await read();
  expect(rows.map(({ action }) => action)).toEqual(['masuk', 'masuk', 'catatan_dipangkas']);
  expect(rows.at(-1)?.details).toMatchObject({ removed: 2 });

  await expect(pruneAudit(db, today())).rejects.toThrow('append-only');
  await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only');
  await expect(db.updateTable('audit').set({ action: 'x' }).execute()).rejects.toThrow(
    'append-only',
  );
  await pruneAudit(db, new Date(Date.now() - (shortestAuditDays + 1) * dayMs));
  const left = await read();
  expect(left.map(({ action }) => action)).toEqual([
    'masuk',
    'catatan_dipangkas',
    'catatan_dipangkas',
  ]);
});
