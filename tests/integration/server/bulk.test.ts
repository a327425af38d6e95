import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyChains } from '#server/commands/verify-chains.ts';
import { findMisfits } from '#server/integrity/verify-usul.ts';
import { receiptsSchema } from '#shared/contract/commands.ts';
import type { ToldBatch } from '#shared/contract/bulk.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { addUsul, currentUsul, makeEmployee } from '#tests/support/builders.ts';
import { cancellationOf, confirmationOf, selectionOf } from '#tests/support/bulk-commands.ts';
import {
  addBulkPc,
  addBulkVerifikators,
  decidedBy,
  drawnIn,
  fateOf,
  setLeast,
  undrawn,
  waitingSample,
  withdrawn,
  type BulkPc,
} from '#tests/support/bulk-office.ts';
import { useOffice } from '#tests/support/office.ts';
import { addVerified } from '#tests/support/verified-usul.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

const office = useOffice();
let verifikators: Readonly<Record<'a' | 'b', AppointedAccount>>;
let approver: BulkPc;
let rekan: BulkPc;
let stranger: BulkPc;

beforeAll(async () => {
  verifikators = await addBulkVerifikators(office);
  await setLeast(office, 4);
  approver = await addBulkPc(office, 'approver-a');
  rekan = await addBulkPc(office, 'approver-rekan');
  stranger = await addBulkPc(office, 'approver-z', 'kem-z');
});
const ofA = (count: number): Promise<readonly Usul[]> =>
  addVerified(office.server, { verifikator: verifikators.a, count });
const ofB = (count: number): Promise<readonly Usul[]> =>
  addVerified(office.server, { verifikator: verifikators.b, opdId: 'dinas-b', count });

const now = (id: string): Promise<Usul> => currentUsul(office.server.db, id);
const accepted = { kind: 'diterima' } as const;
const refused = (kind: string) => ({ kind: 'ditolak', error: { kind } });
const approved = { kind: 'selesai', result: 'disetujui' } as const;

const begin = (usuls: readonly Usul[], by = approver) => by.begin(usuls);
const policy = (...args: string[]) => runServerCommand(office.server, ['bulk', 'policy', ...args]);
const giveUp = (batch: ToldBatch, by = approver) => by.send(cancellationOf(batch.id));
/** How many were drawn of each OPD. */
const drawnOf = ({ items }: ToldBatch) =>
  ['Dinas Contoh A', 'Dinas Contoh B'].map(
    (opd) => items.filter((item) => item.drawn && item.opd === opd).length,
  );

describe('a batch', () => {
  test('is approved once its sample, drawn of each verifikator, was looked at wholly', async () => {
    const usuls = [...(await ofA(9)), ...(await ofB(3))];
    const selection = selectionOf(usuls);
    const taken = await approver.send(selection);
    expect(taken).toMatchObject(accepted);
    const batch = await approver.batch();
    expect(batch).toMatchObject({ id: selection.id, state: 'terbuka' });
    // Each its share of four.
    expect(drawnOf(batch)).toEqual([3, 1]);
    expect(batch.items).toHaveLength(12);
    expect(batch.items[0]).toMatchObject({ recordType: 'penghargaan', fate: 'menunggu' });

    const confirmation = confirmationOf(batch.id);
    expect(await approver.send(confirmation)).toMatchObject(refused('keputusan_tidak_lengkap'));
    const [first] = waitingSample(batch);
    const unseen = await approver.look(batch.id, first!.usulId, { evidence: [] });
    expect(unseen).toMatchObject(refused('keputusan_tidak_lengkap'));
    await approver.lookAtAll(batch.id);
    expect(await now(undrawn(batch, usuls)[0]!.id)).toMatchObject({
      position: { kind: 'menunggu', stage: 'persetujuan' },
    });

    // Twice at once, and once more: one answer, and no usul twice.
    const [one, other] = await Promise.all([
      approver.send(confirmation),
      approver.send(confirmation),
    ]);
    expect(one).toMatchObject(accepted);
    expect(other).toEqual(one);
    expect(await approver.send(confirmation)).toEqual(one);
    expect(await approver.send(selection)).toEqual(taken);
    const done = await approver.batch();
    expect(done.state).toBe('disahkan');
    expect(new Set(done.items.map(({ fate }) => fate))).toEqual(new Set(['disetujui']));
    for (const { id } of usuls) expect((await now(id)).position).toEqual(approved);
    const rows = await office.server.db
      .selectFrom('decision')
      .select(['payload', 'usul_id'])
      .where('account_id', '=', approver.account.id)
      .execute();
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ payload }) => payload.bulkId))).toEqual(new Set([batch.id]));

    const body = JSON.stringify({ ids: [selection.id, confirmation.id, makeUuidV7()] });
    const asked = await approver.client.fetch('/api/v1/receipts', { method: 'POST', body });
    const { receipts } = receiptsSchema.parse(await asked.json());
    expect(receipts).toHaveLength(2);
    expect(receipts).toEqual(expect.arrayContaining([taken, one]));
  });

  test('ends with the first fault: the rest waits, and more is drawn of that verifikator from then on', async () => {
    const usuls = [...(await ofA(9)), ...(await ofB(3))];
    const batch = await begin(usuls);
    const [fault] = waitingSample(batch).filter(({ opd }) => opd === 'Dinas Contoh B');
    const returned = await approver.look(batch.id, fault!.usulId, {
      outcome: 'kembalikan',
      reasons: ['NILAI_KURANG'],
      note: 'Lihat lagi.',
      evidence: [],
    });
    expect(returned).toMatchObject(accepted);
    expect(await approver.send(confirmationOf(batch.id))).toMatchObject(refused('tidak_sah'));
    const stopped = await approver.batch();
    expect(stopped.state).toBe('berhenti');
    for (const { id } of undrawn(batch, usuls)) {
      expect((await now(id)).position).toEqual({ kind: 'menunggu', stage: 'persetujuan' });
    }
    // The same chance as before for one of them, twice as much for the other.
    const next = await begin([...(await ofA(9)), ...(await ofB(3))]);
    expect(drawnOf(next)).toEqual([3, 2]);
    expect((await approver.finish(next.id)).state).toBe('disahkan');
    // A clean one lowers it again.
    const after = await begin([...(await ofA(9)), ...(await ofB(3))]);
    expect(drawnOf(after)).toEqual([3, 1]);
    await giveUp(after);
  });

  test('that is given up and selected anew draws the same again, and others beside', async () => {
    const usuls = await ofA(14);
    const batch = await begin(usuls);
    const drawn = drawnIn(batch);
    expect(drawn).toHaveLength(4);
    const second = selectionOf(usuls);
    expect(await approver.send(second)).toMatchObject(refused('tidak_sah'));
    expect(await giveUp(batch)).toMatchObject(accepted);
    expect(await approver.send(confirmationOf(batch.id))).toMatchObject(refused('tidak_sah'));
    const again = await begin(usuls);
    expect(drawnIn(again)).toEqual(expect.arrayContaining(drawn));
    expect(drawnIn(again)).toHaveLength(8);
    await giveUp(again);
    // Nor does it help to leave them out: the others are drawn from as if they were all.
    const others = await begin(undrawn(again, usuls));
    expect(drawnIn(others)).toHaveLength(4);
    await giveUp(others);
  });

  test('draws another in the place of what is gone from the sample, and takes no more than what is left', async () => {
    const usuls = await ofA(12);
    const batch = await begin(usuls);
    const [first, second] = waitingSample(batch);
    const [taken, gone] = undrawn(batch, usuls);
    // Somebody else approves one of the sample; one is withdrawn by its ASN; so it goes with two of the rest.
    for (const usulId of [first!.usulId, taken!.id]) {
      const single = await rekan.look(null, usulId);
      expect(single).toMatchObject(accepted);
    }
    for (const id of [second!.usulId, gone!.id]) await withdrawn(office, await now(id));
    const followed = await approver.batch();
    expect(waitingSample(followed)).toHaveLength(4);
    expect(drawnIn(followed)).not.toContain(taken!.id);
    const done = await approver.finish(followed.id);
    expect(done.state).toBe('disahkan');
    for (const one of [taken!, gone!]) {
      expect(fateOf(done, one)).toEqual(['ditolak', 'usul_berubah']);
    }
    expect(done.items.filter(({ fate }) => fate === 'hilang')).toHaveLength(2);
    expect(done.items.filter(({ fate }) => fate === 'disetujui')).toHaveLength(8);
  });

  test('that is all sample ends with the last of it', async () => {
    const batch = await begin(await ofA(3));
    expect(waitingSample(batch)).toHaveLength(3);
    await approver.lookAtAll(batch.id);
    expect((await approver.batch()).state).toBe('disahkan');
    expect(await approver.send(confirmationOf(batch.id))).toMatchObject(accepted);
  });
});

describe('nothing gets in that may not', () => {
  test('each usul has its reason, and what is foreign is as if it did not exist', async () => {
    const { server } = office;
    const { nip } = makeEmployee('dinas-a', 0);
    const own = await addBulkPc(office, 'approver-sendiri', 'kab-a', nip);
    const verified = (decision: object, change: object = {}) =>
      addVerified(server, { verifikator: verifikators.a, decision, change });
    const unread = [{ kind: 'dokumen', subject: 'belum_dibaca', about: 'a'.repeat(64) }];
    const [clean] = await ofB(1);
    const [mine] = await ofA(1);
    const [warned] = await verified({ acknowledged: unread });
    const [changed] = await ofB(1);
    const early = await addUsul(server.db, server.documents, 'dinas-b');
    const foreign = await addUsul(server.db, server.documents, 'setjen-z');
    const selection = selectionOf([clean!, clean!, mine!, warned!, early, foreign]);
    const odd = [
      { usulId: changed!.id, revision: changed!.revision, version: changed!.version + 1 },
      { usulId: '00000000-0000-4000-8000-00000000dead', revision: 1, version: 1 },
    ];
    const items = [...selection.items, ...odd];
    expect(await own.send({ ...selection, items })).toMatchObject(accepted);
    const batch = await own.batch();
    expect(fateOf(batch, clean!)).toEqual(['menunggu', null]);
    expect(fateOf(batch, mine!)).toEqual(['ditolak', 'milik_sendiri']);
    // Whose it is goes before what is wrong with it.
    expect(fateOf(batch, warned!)).toEqual(['ditolak', 'milik_sendiri']);
    expect(fateOf(batch, early)).toEqual(['ditolak', 'tahap']);
    expect(fateOf(batch, changed!)).toEqual(['ditolak', 'usul_berubah']);
    expect(fateOf(batch, foreign)).toBeUndefined();
    expect(batch.items).toHaveLength(5);
    await giveUp(batch, own);

    const other = await begin([clean!, warned!]);
    expect(fateOf(other, warned!)).toEqual(['ditolak', 'belum_dibaca']);
    await giveUp(other);
    expect(await approver.send(selectionOf([warned!, foreign]))).toMatchObject(
      refused('tidak_sah'),
    );
  });

  test('nobody else has a hand in it, and no decision names it that is not one of it', async () => {
    const usuls = await ofB(8);
    const batch = await begin(usuls);
    const [rest] = undrawn(batch, usuls);
    const [sample] = waitingSample(batch);
    for (const other of [rekan, stranger]) {
      expect(await other.send(confirmationOf(batch.id))).toMatchObject(refused('tidak_ditemukan'));
      expect(await giveUp(batch, other)).toMatchObject(refused('tidak_ditemukan'));
      expect(await other.look(batch.id, sample!.usulId)).toMatchObject(refused('tidak_berwenang'));
      await expect(other.batch().then(({ id }) => id)).rejects.toThrow('no batch');
    }
    expect(await approver.send(confirmationOf(makeUuidV7()))).toMatchObject(
      refused('tidak_ditemukan'),
    );
    // One may look at more than was drawn, as wholly as at that; not at what is in no batch.
    expect(await approver.look(batch.id, rest!.id, { evidence: [] })).toMatchObject(
      refused('keputusan_tidak_lengkap'),
    );
    expect(await approver.look(batch.id, rest!.id)).toMatchObject(accepted);
    expect(fateOf(await approver.batch(), rest!)).toEqual(['disetujui', null]);
    const [beside] = await ofB(1);
    expect(await approver.look(batch.id, beside!.id)).toMatchObject(refused('tidak_berwenang'));
    for (const command of [selectionOf(usuls), confirmationOf(batch.id)]) {
      expect(await office.send([command])).toMatchObject([refused('tidak_berwenang')]);
    }
    const answer = await office.client.fetch('/api/v1/bulk');
    expect(answer.status).toBe(403);
    await giveUp(batch);
  });

  test('an id is used once, and what does not fit is refused without harm', async () => {
    const usuls = await ofA(6);
    const selection = selectionOf(usuls.slice(0, 3));
    expect(await approver.send(selection)).toMatchObject(accepted);
    const clash = { ...selectionOf(usuls), id: selection.id };
    expect(await approver.send(clash)).toMatchObject(refused('id_bentrok'));
    expect(await rekan.send(selection)).toMatchObject(refused('id_bentrok'));
    const { items } = selectionOf(usuls);
    const [one] = items;
    for (const wrong of [
      { items: [] },
      { items: Array.from({ length: 1_001 }, () => one) },
      { items: [{ ...one, version: 0 }] },
      { items: 'semua' },
      { madeAt: 'kemarin' },
    ]) {
      const odd = { ...selectionOf(usuls), ...wrong };
      expect(await rekan.send(odd)).toMatchObject(refused('tidak_sah'));
    }
    await giveUp(await approver.batch());
  });

  test('of two selections at once one is taken; two approvers share what each is first at', async () => {
    const usuls = await ofA(12);
    const [mine, again] = [selectionOf(usuls), selectionOf(usuls)];
    const results = await Promise.all([approver.send(mine), approver.send(again)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['diterima', 'ditolak']);
    const batch = await approver.batch();
    const theirs = await begin(usuls, rekan);
    await approver.lookAtAll(batch.id);
    // What the first approved is gone from the sample of the second, who looks at others.
    await rekan.lookAtAll(theirs.id);
    const both = await Promise.all([
      approver.send(confirmationOf(batch.id)),
      rekan.send(confirmationOf(theirs.id)),
    ]);
    expect(both.filter(({ kind }) => kind === 'diterima').length).toBeGreaterThan(0);
    const decided = await decidedBy(office, usuls, [approver, rekan]);
    expect(new Set(decided).size).toBe(decided.length);
    for (const pc of [approver, rekan]) {
      const left = await pc.batch();
      if (left.state === 'terbuka') await giveUp(left, pc);
    }
  });
});

describe('the policy', () => {
  test('is shown and set at the command line, and keeps a record type out', async () => {
    expect(await policy('show', 'kab-a')).toMatchObject({ code: 0 });
    const set = await policy('set', 'kab-a', '--percent', '10', '--not-for', 'penghargaan');
    expect(set.text).toContain('Sampel 10 %, paling sedikit 4 usul');
    const [usul] = await ofA(1);
    expect(await approver.send(selectionOf([usul!]))).toMatchObject(refused('tidak_sah'));
    for (const wrong of [
      ['set', 'kab-a', '--least', '0'],
      ['set', 'kab-a', '--not-for', 'apa'],
      ['show', 'tidak-ada'],
    ]) {
      expect((await policy(...wrong)).code).toBe(1);
    }
    expect((await policy('set', 'kab-a', '--percent', '5', '--not-for', '-')).code).toBe(0);
  });
});

test('whatever was tried: the chain is whole, and history, positions and audit fit it', async () => {
  const { db } = office.server;
  const faults = (await verifyChains(db)).map(({ fault }) => fault);
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  expect(await findMisfits(db, new Date())).toEqual([]);
});
