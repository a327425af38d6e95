import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeDecision } from '#server/commands/take-decision.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { openEpoch } from '#server/epoch/epochs.ts';
import { anchorDaily, knownAnchors } from '#server/integrity/anchors.ts';
import { sealHeads } from '#server/integrity/chain-seals.ts';
import { beginHistory } from '#server/integrity/history-seals.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Actor } from '#shared/workflow/workflow.ts';
import {
  addOrganisation,
  addUsul,
  addVerifikator,
  currentUsul,
  makeRefusal,
} from '#tests/support/builders.ts';
import { makeTestDatabase, tamper, type TestDatabase } from '#tests/support/database.ts';
import { saidAfter, saidOf } from '#tests/support/tampered-copy.ts';

// Whoever owns the database writes an act that is no decision into it, with everything that follows.

const now = () => new Date();
let database: TestDatabase;
let folder: string;
let file: string;

/** An usul that waits and one that was refused, sealed and anchored; one more of each came since. */
beforeAll(async () => {
  database = await makeTestDatabase();
  const { db } = database;
  folder = await mkdtemp(path.join(tmpdir(), 'meja-riwayat-'));
  file = path.join(folder, 'anchors.jsonl');
  const documents = await openDocumentStore(folder);
  await beginHistory(db, { historyAfter: undefined, historyBegan: false });
  await addOrganisation(db);
  const account = await addVerifikator(db, 'dinas-a');
  const refuse = async () => {
    const payload = makeRefusal(await addUsul(db, documents, 'dinas-a'));
    expect(await takeDecision(db, { account, payload, receivedAt: now() })).toMatchObject({
      ok: true,
    });
  };
  await refuse();
  await sealHeads(db);
  await anchorDaily({ db, file, now, settleMs: 20 });
  await refuse();
  await addUsul(db, documents, 'dinas-a');
  await sealHeads(db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('nothing is said of a history that only the server wrote', async () => {
  expect(await saidOf(database.db, file)).not.toContain('!');
});

const forged = 'riwayat usul memuat yang tidak ditulis server ini';
/** The usul that waits is withdrawn, under that seal (SQL). */
const withdrawn = (seal: string) => `
  INSERT INTO usul_event (home_id, usul_id, at, revision, actor_name, actor_role, action, reasons, note, seal)
    SELECT home_id, id, now(), 1, 'Contoh', 'asn', 'tarik', '{}', '', ${seal} FROM usul WHERE keadaan = 'menunggu';
  UPDATE usul SET keadaan = 'selesai', stage = NULL, result = 'ditarik', version = 2
    WHERE keadaan = 'menunggu';`;
const anotherUsul = `
  INSERT INTO usul SELECT (jsonb_populate_record(usul, '{"id":"11111111-1111-4111-8111-111111111111"}')).*
    FROM usul WHERE keadaan = 'menunggu';
  INSERT INTO usul_revision SELECT '11111111-1111-4111-8111-111111111111', 1, '{"tahun":"2031"}', NULL, '', now(), 'kab-a';
  INSERT INTO usul_event (home_id, usul_id, at, revision, actor_name, actor_role, action, reasons, note)
    SELECT 'kab-a', '11111111-1111-4111-8111-111111111111', now(), 1, 'Contoh', 'asn', 'ajukan', '{}', '';`;
const waiting = `(SELECT id FROM usul WHERE keadaan = 'menunggu')`;

test.each([
  ['withdraws an usul, with all that follows', withdrawn('NULL')],
  [
    'does so under a seal of somebody else',
    withdrawn(`'${randomBytes(32).toString('base64url')}'`),
  ],
  ['does so under the seal of an event of before', withdrawn('(SELECT max(seal) FROM usul_event)')],
  ['submits an usul', anotherUsul],
  [
    'changes what was submitted',
    `UPDATE usul_revision SET values = values || '{"tahun":"2031"}' WHERE usul_id = ${waiting}`,
  ],
  [
    'puts another document under an usul',
    `UPDATE usul_document SET sha256 = (SELECT min(sha256) FROM document WHERE sha256 <> usul_document.sha256)
       WHERE usul_id = ${waiting}`,
  ],
  ['takes what was submitted away', `DELETE FROM usul_document WHERE usul_id = ${waiting}`],
  [
    'moves an event into another usul',
    `UPDATE usul_event SET usul_id = ${waiting} WHERE id = (SELECT max(id) FROM usul_event WHERE action = 'tolak')`,
  ],
  [
    'lets seals begin later',
    `${withdrawn('NULL')} UPDATE history_start SET after_id = (SELECT max(id) FROM usul_event)`,
    'awal segel riwayat',
  ],
])('who %s', async (_title, statements, sentence = forged) => {
  const said = await saidAfter(database, file, ({ url }) => tamper(url, statements));
  expect(said).toContain(sentence);
  expect(said).toContain('! Ada yang diubah');
});

test('who takes away where the seals begin, and lets a server begin them anew', async () => {
  const said = await saidAfter(database, file, async ({ url, db }) => {
    await tamper(url, `${withdrawn('NULL')} DELETE FROM history_start`);
    await beginHistory(db, await knownAnchors({ db, file }));
  });
  expect(said).toContain('awal segel riwayat');
  expect(said).toContain(forged);
});

test.each([
  [
    'opens an epoch, in which no anchor counts',
    `INSERT INTO epoch (number, reason) VALUES (2, 'dinyatakan')`,
  ],
  [
    'does so under the seal of somebody else',
    `INSERT INTO epoch (number, reason, seal) VALUES (2, 'dinyatakan', 'AAAAAAAAAAAAAAAA')`,
  ],
  ['gives the epoch another name', `UPDATE epoch SET token = 'x'`],
])('who %s, and then takes away where the seals begin', async (_title, statements) => {
  const said = await saidAfter(database, file, async ({ url, db }) => {
    await tamper(url, `${withdrawn('NULL')} ${statements}`);
    expect(await saidOf(db, file)).toContain('zaman data yang berlaku');
    await tamper(url, 'DELETE FROM history_start');
    await beginHistory(db, await knownAnchors({ db, file }));
  });
  expect(said).toContain('zaman data yang berlaku');
  expect(said).toContain('awal segel riwayat');
  expect(said).toContain(forged);
});

test('a server that opens an epoch goes on, also after a backup of before there were seals', async () => {
  const said = await saidAfter(database, file, async ({ url, db }) => {
    await openEpoch(db, { reason: 'dinyatakan', seen: 1, now: now() });
    expect(await saidOf(db, file)).not.toContain('!');
    await tamper(url, 'DELETE FROM history_start; UPDATE usul_event SET seal = NULL');
    await beginHistory(db, await knownAnchors({ db, file }));
  });
  expect(said).not.toContain('!');
});

test('nothing is said of whatever the server writes into the history, also after what an older one wrote', async () => {
  const own = await makeTestDatabase();
  const { db } = own;
  const documents = await openDocumentStore(path.join(folder, 'jujur'));
  await addOrganisation(db);
  const verifikator = await addVerifikator(db, 'dinas-a');
  const [old, returned, asked] = await Promise.all(
    [1, 2, 3].map(() => addUsul(db, documents, 'dinas-a')),
  );
  const decide = async ({ id }: Usul, outcome: 'perbaikan' | 'tolak' | 'koordinasi') => {
    const payload = makeRefusal(await currentUsul(db, id), {
      outcome,
      note: 'Mohon "dicek" \u{1F600}',
    });
    expect(
      await takeDecision(db, { account: verifikator, payload, receivedAt: now() }),
    ).toMatchObject({ ok: true });
  };
  await decide(returned!, 'perbaikan');
  // As a server of before left it.
  await tamper(own.url, 'UPDATE usul_event SET seal = NULL');
  await beginHistory(db, { historyAfter: undefined, historyBegan: false });
  const asn = { role: 'asn', scope: { kind: 'employee', id: old!.employee.id } } as const;
  const approver = { role: 'approver', scope: { kind: 'instansi', id: 'kab-a' } } as const;
  const act = async ({ id }: Usul, actor: Actor, action: 'ajukan_ulang' | 'tarik' | 'jawab') => {
    const { values, oldValues, documents: papers, ...judged } = await currentUsul(db, id);
    const content = {
      values: { ...values, tahun: '1e3' },
      oldValues,
      asnNote: 'ñ',
      documents: papers,
    };
    const named = { ...actor, name: 'Contoh é' };
    const what = { usulId: id, action, actor: named, judged, reasons: [], note: '\tx', content };
    expect(await actOnUsul(db, { ...what, now: now() })).toMatchObject({ ok: true });
  };
  await act(returned!, asn, 'ajukan_ulang');
  await decide(returned!, 'tolak');
  await act(old!, asn, 'tarik');
  await decide(asked!, 'koordinasi');
  await act(asked!, approver, 'jawab');
  const said = await saidOf(db, path.join(folder, 'tiada.jsonl'));
  expect(said).toContain('rantai keputusan utuh (3 keputusan)');
  expect(said).not.toContain('!');
  await own.drop();
});
