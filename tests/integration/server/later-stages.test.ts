import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { receiptsSchema } from '#shared/contract/commands.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { addAccount, currentUsul, makeDecision, makeRefusal } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const office = useOffice();
let approver: TestClient;
let validator: TestClient;
let strangers: readonly TestClient[];

beforeAll(async () => {
  const { db } = office.server;
  await addAccount(db, 'approver-a', 'approver', { kind: 'instansi', id: 'kab-a' });
  await addAccount(db, 'approver-z', 'approver', { kind: 'instansi', id: 'kem-z' });
  await addAccount(db, 'validator-1', 'validator', { kind: 'kanreg', id: 'kr-1' });
  await addAccount(db, 'validator-pusat', 'validator', { kind: 'bkn_pusat' });
  approver = await signIn(office.server, 'approver-a');
  validator = await signIn(office.server, 'validator-1');
  strangers = [
    await signIn(office.server, 'approver-z'),
    await signIn(office.server, 'validator-pusat'),
  ];
});

const now = (id: string): Promise<Usul> => currentUsul(office.server.db, id);

/** An usul of the queue of this PC as its feed tells it. */
async function pulled(id: string, by: TestClient): Promise<Usul | undefined> {
  const page = await (await by.fetch('/api/v1/changes?limit=500')).json();
  return changesPageSchema
    .parse(page)
    .changes.flatMap((change) => (change.kind === 'usul' ? change.usul : []))
    .find((usul) => usul.id === id);
}

/** A decision that brings nothing but itself: what a later stage takes. */
const bare = (usul: Usul, change: Partial<Decision> = {}): Decision =>
  makeDecision(usul, { verdicts: [], evidence: [], ...change });

/** An answer as its application sends it. */
const answerTo = (usul: Usul, note = 'Ya, benar.') => ({
  ...bare(usul, { note }),
  kind: 'jawaban',
  outcome: 'jawab',
});

/** An usul that its verifikator has forwarded. */
async function forwarded(overrides: Parameters<typeof office.newUsul>[0] = {}): Promise<Usul> {
  const usul = await office.newUsul(overrides);
  expect(await office.decide(makeDecision(usul))).toMatchObject({ kind: 'diterima' });
  return now(usul.id);
}

async function asked(note = 'Apakah benar?'): Promise<Usul> {
  const usul = await office.newUsul();
  await office.decide(makeRefusal(usul, { outcome: 'koordinasi', reasons: [], note }));
  return now(usul.id);
}

const byBkn = { recordType: 'cltn', values: { cltnId: '2', skNomor: '1/CLTN/2024' } } as const;
const accepted = { kind: 'diterima' } as const;
const notAllowed = { kind: 'ditolak', error: { kind: 'tidak_berwenang' } } as const;

describe('an approver', () => {
  test('is told what the verifikator judged, and approves with that', async () => {
    const usul = await forwarded();
    const seen = await pulled(usul.id, approver);
    const names = fieldsToJudge(usul).map(({ name }) => name);
    const told = seen?.history.find(({ action }) => action === 'teruskan')?.verdicts;
    expect(told?.map(({ field }) => field)).toEqual(names);
    expect(new Set(told?.map(({ verdict }) => verdict))).toEqual(new Set(['sesuai']));
    expect(await office.decide(bare(seen!), approver)).toMatchObject(accepted);
    expect((await now(usul.id)).position).toEqual({ kind: 'selesai', result: 'disetujui' });
    expect(await pulled(usul.id, approver)).toBeUndefined();
  });

  test('does not approve over a field that he or she marks, nor returns it without a reason', async () => {
    const usul = await forwarded();
    const [field = ''] = fieldsToJudge(usul).map(({ name }) => name);
    const against = { field, verdict: 'tidak_sesuai', seen: 'lain' } as const;
    const back = { outcome: 'kembalikan', note: 'Lihat lagi.' } as const;
    for (const decision of [bare(usul, { verdicts: [against] }), bare(usul, back)]) {
      expect(await office.decide(decision, approver)).toMatchObject({
        kind: 'ditolak',
        error: { kind: 'keputusan_tidak_lengkap' },
      });
    }
    const reasons = ['NILAI_KURANG'];
    const returned = bare(usul, { ...back, reasons, verdicts: [against] });
    expect(await office.decide(returned, approver)).toMatchObject(accepted);
    const again = await pulled(usul.id, office.client);
    expect(again?.position).toEqual({ kind: 'menunggu', stage: 'verifikasi' });
    expect(again?.history.at(-1)).toMatchObject({ action: 'kembalikan', verdicts: [against] });
    // Whoever verifies judges everything, whatever was judged before.
    expect(await office.decide(bare(again!))).toMatchObject({ kind: 'ditolak' });
    expect(await office.decide(makeDecision(again!))).toMatchObject(accepted);
  });

  test('decides nothing of another stage, and nobody of another instansi anything here', async () => {
    const [first, atBkn, mine] = [
      await office.newUsul(),
      await forwarded(byBkn),
      await forwarded(),
    ];
    expect(atBkn.position).toEqual({ kind: 'menunggu', stage: 'validasi' });
    for (const usul of [first, atBkn]) {
      expect(await office.decide(makeDecision(usul), approver)).toMatchObject(notAllowed);
    }
    for (const stranger of strangers) {
      expect(await pulled(mine.id, stranger)).toBeUndefined();
      expect(await office.decide(bare(mine), stranger)).toMatchObject({
        ...notAllowed,
        current: null,
      });
    }
  });

  test('is told of the verdicts of the present revision alone', async () => {
    const usul = await office.newUsul();
    const [field = ''] = fieldsToJudge(usul).map(({ name }) => name);
    const verdicts = [{ field, verdict: 'tidak_sesuai', seen: 'lain' } as const];
    await office.decide(
      makeRefusal(usul, { outcome: 'perbaikan', reasons: ['DATA_BEDA'], verdicts }),
    );
    const { values, oldValues, asnNote, documents } = usul;
    const asn = {
      role: 'asn',
      scope: { kind: 'employee', id: 'asn-dinas-a' },
      name: 'ASN',
    } as const;
    const again = await actOnUsul(office.server.db, {
      usulId: usul.id,
      actor: asn,
      action: 'ajukan_ulang',
      judged: await now(usul.id),
      reasons: [],
      note: '',
      content: { values, oldValues, asnNote, documents },
      now: new Date(),
    });
    expect(again.ok).toBe(true);
    const told = (await now(usul.id)).history.map(({ verdicts: given }) => given?.length ?? 0);
    expect(told).toEqual([0, 0, 0]);
  });
});

describe('a validator', () => {
  test('looks at every page, adopts the verdicts, and leaves it to the approver', async () => {
    const usul = await forwarded(byBkn);
    expect((await pulled(usul.id, validator))?.history.at(-1)?.verdicts).not.toHaveLength(0);
    expect(await office.decide(bare(usul), validator)).toMatchObject({
      error: { kind: 'keputusan_tidak_lengkap' },
    });
    expect(await office.decide(makeDecision(usul, { verdicts: [] }), validator)).toMatchObject(
      accepted,
    );
    const next = await pulled(usul.id, approver);
    expect(next?.history.map(({ actorRole }) => actorRole)).toEqual([
      'asn',
      'verifikator',
      'validator',
    ]);
    expect(await office.decide(bare(next!), approver)).toMatchObject(accepted);
  });

  test('asks BKPSDM, and follows the usul until it is answered', async () => {
    const usul = await forwarded(byBkn);
    const question = bare(usul, { outcome: 'koordinasi', note: 'SK asli?' });
    expect(await office.decide(question, validator)).toMatchObject(accepted);
    const waiting = await pulled(usul.id, validator);
    expect(waiting?.position).toEqual({ kind: 'koordinasi', stage: 'validasi' });
    expect(await office.send([answerTo(waiting!)], approver)).toMatchObject([accepted]);
    expect((await pulled(usul.id, validator))?.history.at(-1)).toMatchObject({
      action: 'jawab',
      note: 'Ya, benar.',
    });
  });
});

describe('an answer', () => {
  test('is taken in once, is a link of the chain, and gives the usul back', async () => {
    const usul = await asked();
    expect(await pulled(usul.id, approver)).toMatchObject({ position: { kind: 'koordinasi' } });
    const [field = ''] = fieldsToJudge(usul).map(({ name }) => name);
    const odd = [{ field, verdict: 'tidak_sesuai', seen: 'lain' }];
    const answer = { ...answerTo(usul), verdicts: odd };
    const [first] = await office.send([answer], approver);
    expect(first).toMatchObject({ ...accepted, receipt: expect.any(String) });
    expect(await office.send([answer, answer], approver)).toEqual([first, first]);
    const back = await pulled(usul.id, office.client);
    expect(back?.position).toEqual({ kind: 'menunggu', stage: 'verifikasi' });
    const told = back?.history.filter(({ action }) => action === 'jawab') ?? [];
    expect(told).toHaveLength(1);
    // An answer judges nothing, whatever it brings.
    expect(told[0]).not.toHaveProperty('verdicts');
    const body = JSON.stringify({ ids: [answer.id] });
    const asking = await approver.fetch('/api/v1/receipts', { method: 'POST', body });
    expect(receiptsSchema.parse(await asking.json()).receipts).toEqual([first]);
  });

  test('has a text, and comes from who may give it', async () => {
    const usul = await asked();
    const empty = await office.send([answerTo(usul, '  ')], approver);
    expect(empty).toMatchObject([{ error: { kind: 'keputusan_tidak_lengkap' } }]);
    for (const other of [office.client, validator, ...strangers]) {
      expect(await office.send([answerTo(usul)], other)).toMatchObject([notAllowed]);
    }
    expect((await now(usul.id)).version).toBe(usul.version);
  });

  test('answers only what was asked: nothing that waits to be decided, and not twice', async () => {
    const usul = await forwarded();
    expect(await office.send([answerTo(usul)], approver)).toMatchObject([
      { error: { kind: 'tidak_sah' } },
    ]);
    const question = await asked();
    await office.send([answerTo(question)], approver);
    expect(await office.send([answerTo(question, 'Bukan.')], approver)).toMatchObject([
      { error: { kind: 'usul_berubah' }, current: { position: { kind: 'menunggu' } } },
    ]);
  });

  test('is no decision, and a decision no answer', async () => {
    const usul = await asked();
    const { kind: _kind, ...answer } = answerTo(usul);
    for (const odd of [
      { ...answer, kind: 'putusan' },
      { ...bare(usul), kind: 'jawaban', id: makeUuidV7() },
    ]) {
      expect(await office.send([odd], approver)).toMatchObject([{ error: { kind: 'tidak_sah' } }]);
    }
    expect(await office.sendAsBefore([answer], approver)).toMatchObject([
      { error: { kind: 'tidak_sah' } },
    ]);
  });
});
