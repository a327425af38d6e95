import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '#server/commands/chain.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import {
  addAccount,
  addOrganisation,
  addUsul,
  addVerifikator,
  currentUsul,
  makeDecision,
  makeRefusal,
} from '#tests/support/builders.ts';
import { tamper } from '#tests/support/database.ts';
import { useOffice } from '#tests/support/office.ts';
import { startTestServer } from '#tests/support/server.ts';

const office = useOffice();
const newUsul = (opdId?: string) => office.newUsul({}, opdId);
const post = office.sendAsBefore;

async function postOne(decision: unknown): Promise<CommandResult> {
  const [result] = await post([decision]);
  return result!;
}

async function countDecisions(usulId: string): Promise<number> {
  const rows = await office.server.db
    .selectFrom('decision')
    .select('id')
    .where('usul_id', '=', usulId)
    .execute();
  return rows.length;
}

describe('a decision that is taken in', () => {
  test('moves the usul on, stands in its history and in the chain', async () => {
    const usul = await newUsul();
    const result = await postOne(makeDecision(usul));
    expect(result).toMatchObject({ kind: 'diterima' });
    const after = await currentUsul(office.server.db, usul.id);
    expect(after).toMatchObject({
      version: 2,
      revision: 1,
      position: { kind: 'menunggu', stage: 'persetujuan' },
    });
    expect(after.history.at(-1)).toMatchObject({ action: 'teruskan', actorRole: 'verifikator' });
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('the same decision again gets word for word the same answer, and changes nothing', async () => {
    const decision = makeRefusal(await newUsul());
    const first = await postOne(decision);
    const again = await post([decision, decision]);
    expect(again).toEqual([first, first]);
    expect(await countDecisions(decision.usulId)).toBe(1);
  });

  test('keeps which verdicts stand on what was found, and the chain stays whole', async () => {
    const decision = makeDecision(await newUsul());
    const verdicts = decision.verdicts.map((verdict, index) =>
      index === 0 ? { ...verdict, basis: 'ditemukan' as const } : verdict,
    );
    expect(await postOne({ ...decision, verdicts })).toMatchObject({ kind: 'diterima' });
    const row = await office.server.db
      .selectFrom('decision')
      .select('payload')
      .where('id', '=', decision.id)
      .executeTakeFirstOrThrow();
    expect(row.payload.verdicts).toEqual(verdicts);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
    // Without them it is another statement.
    expect(await postOne(decision)).toMatchObject({ error: { kind: 'id_bentrok' } });
  });

  test('judges the reason of a deletion; an older application judges its values', async () => {
    const record = { hargaId: '203', skNomor: '12/K/2024', skDate: '2024-08-17', tahun: '2024' };
    const addDeletion = () => office.newUsul({ kind: 'hapus', oldValues: record });
    const onReason = makeDecision(await addDeletion());
    expect(onReason.verdicts.map(({ field }) => field)).toEqual(['alasan_hapus']);
    expect(await postOne({ ...onReason, verdicts: [] })).toMatchObject({
      error: { kind: 'keputusan_tidak_lengkap', message: 'Alasan penghapusan belum dinilai.' },
    });
    expect(await postOne(onReason)).toMatchObject({ kind: 'diterima' });
    const verdicts = Object.keys(record).map((field) => ({ field, verdict: 'sesuai', seen: '' }));
    const onValues = { ...makeDecision(await addDeletion()), verdicts };
    expect(await postOne(onValues)).toMatchObject({ kind: 'diterima' });
  });

  test('that an older server kept without the bases of its verdicts is the same one when it comes again', async () => {
    const decision = makeDecision(await newUsul());
    const first = await postOne(decision);
    const verdicts = decision.verdicts.map((verdict) => ({ ...verdict, basis: 'ditemukan' }));
    expect(await postOne({ ...decision, verdicts })).toEqual(first);
    expect(await countDecisions(decision.usulId)).toBe(1);
  });

  test('an id in capitals is the same id: one decision, and the chain stays whole', async () => {
    const decision = makeRefusal(await newUsul());
    const shouted = {
      ...decision,
      id: decision.id.toUpperCase(),
      usulId: decision.usulId.toUpperCase(),
    };
    const result = await postOne(shouted);
    expect(result).toMatchObject({ kind: 'diterima', id: shouted.id });
    expect(await postOne(decision)).toEqual({ ...result, id: decision.id });
    expect(await countDecisions(decision.usulId)).toBe(1);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('identical batches that arrive at the same moment give one decision and one answer', async () => {
    const decisions: Decision[] = [];
    for (let at = 0; at < 5; at += 1) decisions.push(makeRefusal(await newUsul()));
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(decisions)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]!.map((result) => result.kind)).toEqual(Array(5).fill('diterima'));
    for (const decision of decisions) expect(await countDecisions(decision.usulId)).toBe(1);
    expect(await verifyChain(office.server.db, 'kab-a')).toBeUndefined();
  });

  test('of two deciders at the same moment exactly one decides', async () => {
    const usul = await newUsul();
    const results = await Promise.all([postOne(makeRefusal(usul)), postOne(makeDecision(usul))]);
    expect(results.map((result) => result.kind).toSorted()).toEqual(['diterima', 'ditolak']);
    const refused = results.find((result) => result.kind === 'ditolak');
    expect(refused).toMatchObject({ error: { kind: 'usul_berubah' }, current: { version: 2 } });
  });
});

describe('a decision that is refused says why, and where the usul stands', () => {
  test('the same id with another content', async () => {
    const decision = makeRefusal(await newUsul());
    await postOne(decision);
    const result = await postOne({ ...decision, note: 'lain' });
    expect(result).toMatchObject({ kind: 'ditolak', error: { kind: 'id_bentrok' } });
  });

  test('the same id for two usul at the same moment: one is taken in, the other is told', async () => {
    const first = makeRefusal(await newUsul());
    const second = makeRefusal(await newUsul(), { id: first.id });
    const results = await Promise.all([postOne(first), postOne(second)]);
    const kinds = results.map((result) =>
      result.kind === 'ditolak' ? result.error.kind : 'diterima',
    );
    expect(kinds.toSorted()).toEqual(['diterima', 'id_bentrok']);
  });

  test('an usul that moved on', async () => {
    const usul = await newUsul();
    await postOne(makeRefusal(usul));
    expect(await postOne(makeRefusal(usul))).toMatchObject({
      kind: 'ditolak',
      error: { kind: 'usul_berubah' },
      current: { position: { kind: 'selesai', result: 'ditolak' }, revision: 1, version: 2 },
    });
  });

  test('an incomplete decision', async () => {
    const usul = await newUsul();
    const result = await postOne(makeDecision(usul, { evidence: [] }));
    expect(result).toMatchObject({
      error: { kind: 'keputusan_tidak_lengkap', message: expect.stringContaining('belum dilihat') },
      current: { version: 1 },
    });
    expect(await currentUsul(office.server.db, usul.id)).toEqual(usul);
  });

  test('an usul of another OPD, and one that does not exist, look the same', async () => {
    const foreign = makeRefusal(await newUsul('dinas-b'));
    const missing = { ...foreign, usulId: randomUUID(), id: makeRefusal(await newUsul()).id };
    const [a, b] = await post([foreign, missing]);
    expect(a).toMatchObject({ error: { kind: 'tidak_berwenang' }, current: null });
    expect({ ...b, id: '' }).toEqual({ ...a, id: '' });
  });

  test('an element that does not parse, or holds text that cannot be kept, does not hold up the rest', async () => {
    const good = makeRefusal(await newUsul());
    const broken = { ...makeRefusal(await newUsul()), note: 'a\u0000b' };
    const results = await post([{ id: randomUUID(), outcome: 'apa saja' }, broken, good]);
    expect(results).toMatchObject([
      { kind: 'ditolak', error: { kind: 'tidak_sah' } },
      { kind: 'ditolak', error: { kind: 'tidak_sah' } },
      { kind: 'diterima' },
    ]);
  });
});

describe('the other roles, through the store', () => {
  test('a whole life: repair, resubmission, question, answer, approval', async () => {
    const { db } = office.server;
    const scope = { kind: 'instansi', id: 'kab-a' } as const;
    const approver = await addAccount(db, 'approver-a', 'approver', scope);
    const verifikator = office.client.account;
    const asn = {
      role: 'asn',
      scope: { kind: 'employee', id: 'asn-dinas-a' },
      name: 'ASN',
    } as const;
    const { id } = await newUsul();
    const usul = () => currentUsul(db, id);
    const decide = async (account: typeof approver, overrides: Partial<Decision>) => {
      const payload = makeDecision(await usul(), overrides);
      const result = await takeDecision(db, { account, payload, receivedAt: new Date() });
      expect(result.ok).toBe(true);
    };
    const plain = { usulId: id, reasons: [], note: 'sudah', now: new Date() };
    await decide(verifikator, { outcome: 'perbaikan', reasons: ['DOK_KABUR'] });
    const { values, oldValues, documents } = await usul();
    const content = { values: { ...values, tahun: '2023' }, oldValues, asnNote: 'baru', documents };
    await actOnUsul(db, {
      ...plain,
      actor: asn,
      action: 'ajukan_ulang',
      judged: await usul(),
      content,
    });
    expect(await usul()).toMatchObject({ revision: 2, version: 3, values: { tahun: '2023' } });
    await decide(verifikator, { outcome: 'koordinasi', note: 'Benarkah?' });
    const bkpsdm = { role: 'approver', scope, name: 'BKPSDM' } as const;
    await actOnUsul(db, { ...plain, actor: bkpsdm, action: 'jawab', judged: await usul() });
    await decide(verifikator, {});
    await decide(approver, {});
    const end = await usul();
    expect(end.position).toEqual({ kind: 'selesai', result: 'disetujui' });
    expect(end.history.map((event) => event.action)).toEqual([
      'ajukan',
      'perbaikan',
      'ajukan_ulang',
      'koordinasi',
      'jawab',
      'teruskan',
      'teruskan',
    ]);
  });
});

describe('the chain shows', () => {
  test.each([
    [
      'an altered payload',
      `UPDATE decision SET payload = jsonb_set(payload, '{outcome}', '"teruskan"') WHERE chain_seq = 2`,
      'diubah',
      2,
    ],
    [
      'another decider',
      `UPDATE decision SET account_id = gen_random_uuid() WHERE chain_seq = 2`,
      'diubah',
      2,
    ],
    [
      'a decision moved to another usul',
      `UPDATE decision SET usul_id = gen_random_uuid() WHERE chain_seq = 2`,
      'diubah',
      2,
    ],
    [
      'another time of receipt',
      `UPDATE decision SET received_at = received_at + interval '1 day' WHERE chain_seq = 2`,
      'diubah',
      2,
    ],
    ['a removed decision', 'DELETE FROM decision WHERE chain_seq = 2', 'hilang', 2],
    ['a removed last decision', 'DELETE FROM decision WHERE chain_seq = 3', 'hilang', 3],
  ])('%s', async (_name, statement, kind, chainSeq) => {
    const own = await startTestServer();
    await addOrganisation(own.db);
    const account = await addVerifikator(own.db, 'dinas-a');
    for (let at = 0; at < 3; at += 1) {
      const payload = makeRefusal(await addUsul(own.db, own.documents, 'dinas-a'));
      const result = await takeDecision(own.db, { account, payload, receivedAt: new Date() });
      expect(result.ok).toBe(true);
    }
    expect(await verifyChain(own.db, 'kab-a')).toBeUndefined();
    await tamper(own.databaseUrl, statement);
    expect(await verifyChain(own.db, 'kab-a')).toEqual({ kind, chainSeq });
    await own.stop();
  });
});
