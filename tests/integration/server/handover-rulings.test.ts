import { v7 as makeUuidV7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyChain } from '#server/commands/chain.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { revokeDevice } from '#server/session/rule-devices.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  currentUsul,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { runStatement } from '#tests/support/database.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

let server: TestServer;
let account: Account;
let client: TestClient;
let count = 0;

const minute = 60_000;
const end = new Date('2026-11-23T00:00:00.000Z');
const before = new Date('2026-11-22T01:00:00.000Z');
const now = new Date('2026-11-24T00:00:00.000Z');

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
});
afterAll(() => server.stop());
beforeEach(async () => {
  count += 1;
  server.clock.set(before);
  const scope = { kind: 'opd', id: 'dinas-a' } as const;
  account = await addAccount(server.db, `petugas-${count}`, 'verifikator', scope);
  client = await signIn(server, account.username);
});

const newUsul = () => addUsul(server.db, server.documents, 'dinas-a');

/** A decision that says of itself, by its id as well, when it was made. */
const refusalAt = (usul: Usul, at: Date, change: Partial<Decision> = {}) =>
  makeRefusal(usul, {
    id: makeUuidV7({ msecs: at.getTime() }),
    decidedAt: at.toISOString(),
    ...change,
  });

/** The PC asks for changes, is revoked, and hands over a day later. */
async function handOverLate(decisions: readonly Decision[], sealedAt = now) {
  expect((await client.fetch('/api/v1/changes')).status).toBe(200);
  await revokeDevice(server.db, client.deviceId, end);
  server.clock.set(now);
  return handOver(decisions, sealedAt);
}

async function handOver(decisions: readonly Decision[], sealedAt = now) {
  const file = await handoverOf(client, decisions, sealedAt);
  const answer = await postJson(server, '/api/v1/handover/revoked', file);
  expect(answer.status).toBe(200);
  const { accepted, refused, waiting } = handoverReceiptSchema.parse(await answer.json());
  return { accepted, refused, waiting };
}

const cli = (...args: readonly string[]) => runServerCommand(server, args);

describe('what waits for BKPSDM', () => {
  test('is listed, shown, and taken in once when it is released', async () => {
    const usul = await newUsul();
    const decision = refusalAt(usul, before, {
      note: 'Dokumen salah.\u001B[2J\n  Tidak ada\u202E',
    });
    expect(await handOverLate([decision])).toEqual({ accepted: 0, refused: 1, waiting: 1 });
    const list = await cli('handover', 'list');
    expect(list).toMatchObject({ code: 0, text: expect.stringContaining(decision.id) });
    const { text } = await cli('handover', 'show', decision.id);
    for (const part of [account.displayName, client.deviceId, usul.id, 'tolak', 'Dokumen salah.']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Tidak ada yang memberatkan');
    // What a terminal would obey is not printed.
    expect(text).toContain('catatan: Dokumen salah. [2J   Tidak ada\n');
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
    expect(await cli('handover', 'release', decision.id.toUpperCase())).toMatchObject({
      code: 0,
      text: expect.stringContaining('dilepas dan diterima'),
    });
    expect(await currentUsul(server.db, usul.id)).toMatchObject({ position: { kind: 'selesai' } });
    const row = await server.db
      .selectFrom('decision')
      .selectAll()
      .where('id', '=', decision.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ device_id: client.deviceId, account_id: account.id });
    expect(await verifyChain(server.db, 'kab-a')).toBeUndefined();
    // The PC tries again because the first answer was lost, and BKPSDM by mistake.
    expect(await handOver([decision])).toEqual({ accepted: 1, refused: 0, waiting: 0 });
    expect(await cli('handover', 'release', decision.id)).toMatchObject({ code: 1 });
    expect((await cli('handover', 'list')).text).not.toContain(decision.id);
  });

  test('is refused for good when it is refused', async () => {
    const usul = await newUsul();
    const decision = refusalAt(usul, before);
    await handOverLate([decision]);
    expect(await cli('handover', 'refuse', decision.id)).toMatchObject({ code: 0 });
    expect(await handOver([decision])).toEqual({ accepted: 0, refused: 1, waiting: 0 });
    expect(await cli('handover', 'release', decision.id)).toMatchObject({ code: 1 });
    expect(await currentUsul(server.db, usul.id)).toEqual(usul);
    const where = `WHERE decision_id = '${decision.id}'`;
    for (const statement of [
      `UPDATE handover_waiting SET ruling = 'dilepas' ${where}`,
      `UPDATE handover_waiting SET payload = '{}' ${where}`,
      `DELETE FROM handover_waiting ${where}`,
      'TRUNCATE handover_waiting',
    ]) {
      await expect(runStatement(server.databaseUrl, statement)).rejects.toThrow('append-only');
    }
  });

  test('is ruled on for a whole PC at once, and others decide first where they were first', async () => {
    const usuls = [await newUsul(), await newUsul()];
    const decisions = usuls.map((usul) => refusalAt(usul, before));
    await handOverLate(decisions);
    const other = await addAccount(server.db, `rekan-${count}`, 'verifikator', account.scope);
    const payload = makeDecision(usuls[1]!);
    await takeDecision(server.db, { account: other, payload, receivedAt: now });
    const { code, text } = await cli('handover', 'release', client.deviceId);
    expect(code).toBe(0);
    expect(text).toMatch(/dilepas dan diterima/);
    expect(text).toMatch(/dilepas, tetapi ditolak server\. Usul ini sudah berubah/);
    const kept = await server.db
      .selectFrom('handover_refusal')
      .select('reason')
      .where('decision_id', '=', decisions[1]!.id)
      .execute();
    expect(kept).toEqual([{ reason: 'usul_berubah' }]);
  });

  test('cannot be exchanged under its id', async () => {
    const [usul, dearer] = [await newUsul(), await newUsul()];
    const decision = refusalAt(usul, before);
    await handOverLate([decision]);
    const exchanged = { ...decision, usulId: dearer.id };
    expect(await handOver([exchanged])).toEqual({ accepted: 0, refused: 1, waiting: 0 });
    await cli('handover', 'release', decision.id);
    expect(await currentUsul(server.db, dearer.id)).toEqual(dearer);
  });

  test('is named by its id: anything else is said to be none', async () => {
    for (const id of ['x', '00000000-0000-7000-8000-000000000000', "' OR 1=1 --"]) {
      expect(await cli('handover', 'show', id)).toMatchObject({ code: 1 });
    }
    expect(await cli('handover', 'show')).toMatchObject({
      code: 2,
      text: expect.stringContaining('perlu ID'),
    });
    expect(await cli('handover')).toMatchObject({ code: 2 });
    expect(await cli('handover', 'list', 'x')).toMatchObject({ code: 2 });
  });
});

describe('what speaks against it', () => {
  const afterEnd = new Date(end.getTime() + 60 * minute);

  test('its id is younger than the end, however it is dated back', async () => {
    const decision = refusalAt(await newUsul(), before, {
      id: makeUuidV7({ msecs: afterEnd.getTime() }),
    });
    await handOverLate([decision]);
    const { text } = await cli('handover', 'show', decision.id);
    expect(text).toContain(`dibuat ${afterEnd.toISOString()}, setelah akses berakhir`);
    expect(text).toContain('nomornya dari');
    expect((await cli('handover', 'list')).text).toContain('2 hal memberatkan');
  });

  test('it says itself that it was made after the end', async () => {
    const decision = refusalAt(await newUsul(), afterEnd);
    await handOverLate([decision]);
    const { text } = await cli('handover', 'show', decision.id);
    expect(text).toContain('setelah akses berakhir');
    expect(text).not.toContain('nomornya dari');
  });

  test('it judges what this PC was never sent', async () => {
    const usul = await newUsul();
    await server.db
      .updateTable('usul')
      .set({ version_at: new Date(before.getTime() + 5 * minute) })
      .where('id', '=', usul.id)
      .execute();
    const decision = refusalAt(usul, before);
    const unborn = refusalAt(await newUsul(), before, { version: 7 });
    await handOverLate([decision, unborn]);
    for (const { id } of [decision, unborn]) {
      expect((await cli('handover', 'show', id)).text).toContain('tidak pernah dikirim ke PC ini');
    }
  });

  test('the clock of the PC was ahead; its times are put right by so much', async () => {
    const ahead = 30 * minute;
    const at = new Date(before.getTime() + ahead);
    const decision = refusalAt(await newUsul(), at);
    await handOverLate([decision], new Date(now.getTime() + ahead));
    const { text } = await cli('handover', 'show', decision.id);
    expect(text).toContain('jam PC ini 30 menit di depan');
    expect(text).not.toContain('setelah akses berakhir');
  });
});
