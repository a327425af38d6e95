import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEpoch } from '#server/epoch/epochs.ts';
import { findWaiting } from '#server/handover/waiting.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  currentUsul,
  makeRefusal,
} from '#tests/support/builders.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
let account: Account;
let client: TestClient;
let count = 0;

/** The moment at which devices and accounts end in these tests; what the builders decide lies before it. */
const end = new Date('2026-11-23T00:00:00.000Z');
const afterEnd = '2026-11-23T08:00:00.000Z';
const now = new Date('2026-11-24T00:00:00.000Z');

beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(now);
  await addOrganisation(server.db);
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.set(now);
  count += 1;
  account = await addAccount(server.db, `petugas-${count}`, 'verifikator', {
    kind: 'opd',
    id: 'dinas-a',
  });
  client = await signIn(server, account.username);
});

async function handOver(decisions: readonly Decision[], createdAt?: Date) {
  return postJson(
    server,
    '/api/v1/handover/revoked',
    await handoverOf(client, decisions, createdAt),
  );
}

async function countsOf(answer: Response) {
  expect(answer.status).toBe(200);
  const { epoch, ...counts } = handoverReceiptSchema.parse(await answer.json());
  // It has no other way to learn that the server went back in time.
  expect(epoch).toBe((await readEpoch(server.db)).name);
  return counts;
}

async function refusalOf(answer: Response) {
  return [answer.status, apiErrorBodySchema.parse(await answer.json()).error.kind];
}

async function keptReason(decision: { readonly id: string }): Promise<string | undefined> {
  const row = await server.db
    .selectFrom('handover_refusal')
    .select('reason')
    .where('decision_id', '=', decision.id)
    .executeTakeFirst();
  return row?.reason;
}

async function deactivate(): Promise<void> {
  await server.db
    .updateTable('account')
    .set({ active: false })
    .where('id', '=', account.id)
    .execute();
}

const newUsul = () => addUsul(server.db, server.documents, 'dinas-a');
const accepted = { count: 1, accepted: 1, refused: 0, waiting: 0, results: null };
const waits = { count: 1, accepted: 0, refused: 1, waiting: 1, results: null };

async function isWaiting({ id }: Decision): Promise<boolean> {
  const waiting = await findWaiting(server.db, id);
  return waiting.length === 1;
}

describe('a revoked PC', () => {
  test('can neither pull nor deliver nor sign in; what it hands over waits for BKPSDM', async () => {
    const usul = await newUsul();
    await revokeDevice(server.db, client.deviceId, end);
    expect((await client.fetch('/api/v1/changes')).status).toBe(403);
    await expect(signIn(server, account.username, client.deviceId)).rejects.toThrow('403');
    const decision = makeRefusal(usul);
    expect(await countsOf(await handOver([decision]))).toEqual(waits);
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
    // The answer may have been lost: the same again gets the same.
    expect(await countsOf(await handOver([decision]))).toEqual(waits);
    expect(await isWaiting(decision)).toBe(true);
  });

  test.each([
    ['before the end', '2026-11-22T01:00:00.000Z'],
    ['after it', afterEnd],
    ['long ago', '2026-10-02T00:00:00.000Z'],
    ['in years to come', '2031-11-22T00:00:00.000Z'],
  ])('is not believed when it says that it decided %s', async (_name, decidedAt) => {
    const usul = await newUsul();
    await revokeDevice(server.db, client.deviceId, end);
    const decision = makeRefusal(usul, { decidedAt });
    const sealedAt = new Date(Math.max(Date.parse(decidedAt), now.getTime()));
    expect(await countsOf(await handOver([decision], sealedAt))).toEqual(waits);
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
  });

  test('is told at once of what nobody can release', async () => {
    const usul = await newUsul();
    await revokeDevice(server.db, client.deviceId, end);
    const decision = { ...makeRefusal(usul), outcome: 'apa saja' };
    const answer = await postJson(
      server,
      '/api/v1/handover/revoked',
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no application makes
      await handoverOf(client, [decision as unknown as Decision]),
    );
    const refused = { count: 1, accepted: 0, refused: 1, waiting: 0, results: null };
    expect(await countsOf(answer)).toEqual(refused);
    expect(await keptReason(decision)).toBe('tidak_sah');
  });

  test('gets the old answer for what the server had already, whatever its clock said', async () => {
    const decision = makeRefusal(await newUsul(), { decidedAt: afterEnd });
    const body = JSON.stringify({ decisions: [decision] });
    await client.fetch('/api/v1/decisions', { method: 'POST', body });
    await revokeDevice(server.db, client.deviceId, end);
    expect(await countsOf(await handOver([decision]))).toEqual(accepted);
  });

  test('may have its file carried by somebody else, under the same rules', async () => {
    const [before, late] = [
      makeRefusal(await newUsul()),
      makeRefusal(await newUsul(), { decidedAt: afterEnd }),
    ];
    await revokeDevice(server.db, client.deviceId, end);
    const carrier = await addAccount(server.db, `pembawa-${count}`, 'helpdesk', {
      kind: 'instansi',
      id: 'kab-a',
    });
    const file = JSON.stringify(await handoverOf(client, [before, late]));
    const other = await signIn(server, carrier.username);
    const answer = await other.fetch('/api/v1/handover', { method: 'POST', body: file });
    expect(handoverReceiptSchema.parse(await answer.json())).toEqual({
      count: 2,
      accepted: 0,
      refused: 2,
      waiting: 2,
      results: null,
    });
  });

  test('hands over for sixty days; then its secret is gone', async () => {
    const decision = makeRefusal(await newUsul());
    await revokeDevice(server.db, client.deviceId, end);
    server.clock.set(new Date(end.getTime() + 59 * 86_400_000));
    expect((await handOver([])).status).toBe(200);
    server.clock.set(new Date(end.getTime() + 61 * 86_400_000));
    expect(await refusalOf(await handOver([decision]))).toEqual([400, 'tidak_sah']);
    const secrets = await server.db
      .selectFrom('device_secret')
      .select('secret')
      .where('device_id', '=', client.deviceId)
      .execute();
    expect(secrets).toEqual([]);
  });
});

describe('an account that was switched off', () => {
  test('gets in no way, and decides nothing more without BKPSDM, whatever day it names', async () => {
    const usul = await newUsul();
    await deactivate();
    expect((await client.fetch('/api/v1/changes')).status).toBe(401);
    await expect(signIn(server, account.username)).rejects.toThrow('401');
    const decision = makeRefusal(usul, { decidedAt: '2026-11-20T00:00:00.000Z' });
    expect(await countsOf(await handOver([decision]))).toEqual(waits);
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
  });

  test('that is switched on again signs in and delivers as always', async () => {
    await deactivate();
    await server.db
      .updateTable('account')
      .set({ active: true })
      .where('id', '=', account.id)
      .execute();
    expect(await refusalOf(await handOver([]))).toEqual([401, 'belum_masuk']);
    expect((await signIn(server, account.username)).session.account.id).toBe(account.id);
  });
});

describe('the way without a session', () => {
  test('is closed to PCs and accounts that stand: they sign in', async () => {
    const decision = makeRefusal(await newUsul());
    expect(await refusalOf(await handOver([decision]))).toEqual([401, 'belum_masuk']);
    const rows = await server.db
      .selectFrom('decision')
      .select('id')
      .where('id', '=', decision.id)
      .execute();
    expect(rows).toEqual([]);
  });

  test('is closed to whoever does not have the secret', async () => {
    await revokeDevice(server.db, client.deviceId, end);
    const guessed = { ...client.session, deviceSecret: Buffer.alloc(32, 1).toString('base64') };
    const stranger = { session: guessed, deviceId: client.deviceId };
    const file = await handoverOf(stranger, [makeRefusal(await newUsul())]);
    const answer = await postJson(server, '/api/v1/handover/revoked', file);
    expect(await refusalOf(answer)).toEqual([400, 'tidak_sah']);
  });

  test('takes neither much at once nor often', async () => {
    const own = await startTestServer({ signInAttempts: 1 });
    const large = await postJson(own, '/api/v1/handover/revoked', { x: 'x'.repeat(1_100_000) });
    expect(await refusalOf(large)).toEqual([413, 'terlalu_besar']);
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1) {
      statuses.push((await postJson(own, '/api/v1/handover/revoked', {})).status);
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
    await own.stop();
  });
});
