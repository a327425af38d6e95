import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as makeUuidV7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Usul } from '#shared/records/usul.ts';
import { addAccount, addDocument, currentUsul, makeRefusal } from '#tests/support/builders.ts';
import { useOffice } from '#tests/support/office.ts';
import { accepted, pulled, refused } from '#tests/support/questions.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
import { signIn, type TestClient } from '#tests/support/server.ts';

const office = useOffice();
let employee: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  const { db } = office.server;
  await addAccount(db, 'asn-a', 'asn', { kind: 'employee', id: 'asn-dinas-a' });
  await addAccount(db, 'asn-b', 'asn', { kind: 'employee', id: 'asn-dinas-b' });
  employee = await signIn(office.server, 'asn-a');
  stranger = await signIn(office.server, 'asn-b');
});

const run = (...args: string[]) => runServerCommand(office.server, args);

const now = (usul: Usul): Promise<Usul> => currentUsul(office.server.db, usul.id);

/** An usul that its verifikator has returned, as it stands now. */
async function returned(): Promise<Usul> {
  const usul = await office.newUsul();
  expect(await office.decide(makeRefusal(usul, { outcome: 'perbaikan' }))).toMatchObject(accepted);
  return now(usul);
}

/** What an application of an ASN sends. */
const about = ({ id: usulId, revision, version }: Usul) => ({
  id: makeUuidV7(),
  usulId,
  revision,
  version,
  note: 'Nomor SK sudah diperbaiki.',
  madeAt: '2026-11-23T01:00:00.000Z',
});

const withdrawal = (usul: Usul) => ({ kind: 'tarik', ...about(usul) });

function again(usul: Usul, changed: Usul['values'] = { skNomor: '13/K/2024' }) {
  const documents = usul.documents.map(({ documentId, fileName, sha256 }) => ({
    documentId,
    fileName,
    sha256,
  }));
  const values = { ...usul.values, ...changed };
  return { kind: 'ajukan_ulang', ...about(usul), values, documents };
}

describe('an ASN hands an usul in again', () => {
  test('and it waits for the verifikator once more, with what is new, in the same record', async () => {
    const usul = await returned();
    const command = again(usul);
    const [result] = await office.send([command], employee);
    expect(result).toMatchObject(accepted);
    // However often it arrives, it is answered word for word and done once.
    expect(await office.send([command, command], employee)).toEqual([result, result]);
    const after = await pulled(usul.id, office.client);
    expect(after).toMatchObject({
      revision: 2,
      position: { kind: 'menunggu', stage: 'verifikasi' },
      values: { ...usul.values, skNomor: '13/K/2024' },
      oldValues: usul.oldValues,
      asnNote: 'Nomor SK sudah diperbaiki.',
    });
    expect(after?.history.map(({ action, actorRole }) => [action, actorRole])).toEqual([
      ['ajukan', 'asn'],
      ['perbaikan', 'verifikator'],
      ['ajukan_ulang', 'asn'],
    ]);
    const receipts = await employee.fetch('/api/v1/receipts', {
      method: 'POST',
      body: JSON.stringify({ ids: [command.id] }),
    });
    expect(await receipts.json()).toEqual({ receipts: [result] });
  });

  test('only while it is with the ASN, as it was seen', async () => {
    const waiting = await office.newUsul();
    expect(await office.send([again(waiting)], employee)).toMatchObject([refused('tidak_sah')]);
    const usul = await returned();
    const old = again({ ...usul, version: usul.version - 1 });
    expect(await office.send([old], employee)).toMatchObject([refused('usul_berubah')]);
    expect(await now(usul)).toEqual(usul);
  });

  test.each([
    ['a field that the record type does not have', { gajiPokok: '1' }, /tidak dikenal/],
    ['a day that does not exist', { skDate: '2026-02-30' }, /bukan tanggal/],
    ['a code that no table has', { hargaId: 'tidak-ada' }, /tabel acuan/],
    ['nothing where something must stand', { skNomor: '' }, /wajib diisi/],
  ])('not with %s', async (_what, changed, sentence) => {
    const usul = await returned();
    const [result] = await office.send([again(usul, changed)], employee);
    expect(result).toMatchObject(refused('tidak_sah'));
    expect(result).toMatchObject({ error: { message: expect.stringMatching(sentence) } });
    expect(await now(usul)).toEqual(usul);
  });

  test('not with a document of somebody else, of another kind of record, or with none', async () => {
    const usul = await returned();
    const command = again(usul);
    const foreign = await addDocument(office.server.db, office.server.documents);
    const [own] = command.documents;
    const wrong = [
      [foreign],
      [{ ...own!, documentId: 'mv-tidak-ada' }],
      [{ ...own!, fileName: 'sk\u202efdp.exe' }],
      [{ ...own!, fileName: 'x'.repeat(256) }],
      Array.from({ length: 51 }, () => own!),
      [],
    ];
    for (const documents of wrong) {
      const one = { ...command, id: makeUuidV7(), documents };
      expect(await office.send([one], employee)).toMatchObject([refused('tidak_sah')]);
    }
    expect(await now(usul)).toEqual(usul);
  });

  test('not with another record in a deletion', async () => {
    const usul = await office.newUsul({ kind: 'hapus', asnNote: 'Data ganda.' });
    await office.decide(makeRefusal(usul, { outcome: 'perbaikan' }));
    const back = await now(usul);
    expect(await office.send([again(back)], employee)).toMatchObject([refused('tidak_sah')]);
    expect(await office.send([again(back, {})], employee)).toMatchObject([accepted]);
  });
});

describe('an ASN takes an usul back', () => {
  test('wherever it waits, and it is settled for all', async () => {
    const waiting = await office.newUsul();
    const back = await returned();
    expect(await office.send([withdrawal(waiting), withdrawal(back)], employee)).toMatchObject([
      accepted,
      accepted,
    ]);
    for (const usul of [waiting, back]) {
      expect((await now(usul)).position).toEqual({ kind: 'selesai', result: 'ditarik' });
      expect(await pulled(usul.id, office.client)).toBeUndefined();
      const [once] = await office.send([withdrawal(await now(usul))], employee);
      expect(once).toMatchObject(refused('tidak_sah'));
    }
    // Whoever judged it meanwhile is told that it moved.
    expect(await office.decide(makeRefusal(waiting))).toMatchObject(refused('usul_berubah'));
  });
});

describe('an own usul', () => {
  test('is nobody else’s: for another ASN and for the office it is not there to be handed in or taken back', async () => {
    const usul = await returned();
    const acts = () => [withdrawal(usul), again(usul)];
    const no = refused('tidak_berwenang');
    expect(await office.send(acts())).toMatchObject([no, no]);
    const told = await office.send(acts(), stranger);
    const none = withdrawal({ ...usul, id: makeUuidV7() });
    const [ofNone] = await office.send([none], stranger);
    expect(told.map((one) => ({ ...one, id: none.id }))).toEqual([ofNone, ofNone]);
    expect(await now(usul)).toEqual(usul);
  });

  test('is decided by nobody who is only its ASN', async () => {
    const usul = await office.newUsul();
    expect(await office.decide(makeRefusal(usul), employee)).toMatchObject(
      refused('tidak_berwenang'),
    );
  });

  test('meets no other act under an id that was used', async () => {
    const [one, other] = [await returned(), await returned()];
    const command = withdrawal(one);
    expect(await office.send([command], employee)).toMatchObject([accepted]);
    const taken = [
      { ...withdrawal(other), id: command.id },
      { ...command, note: 'Lain.' },
    ];
    for (const bad of taken) {
      expect(await office.send([bad], employee)).toMatchObject([refused('id_bentrok')]);
    }
    // At one moment, too: one of them is done.
    const id = makeUuidV7();
    const both = [await returned(), await returned()].map((usul) => ({ ...withdrawal(usul), id }));
    const results = await Promise.all(both.map((each) => office.send([each], employee)));
    expect(
      results
        .flat()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['diterima', 'ditolak']);
  });
});

describe('an operator in the name of an ASN', () => {
  test('hands in again and takes back, as the workflow lets the ASN', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'meja-isian-'));
    const file = path.join(folder, 'isian.json');
    await writeFile(file, JSON.stringify({ skNomor: '14/K/2024' }));
    const usul = await returned();
    expect(await run('usul', 'resubmit', usul.id, '--values', file)).toMatchObject({ code: 0 });
    expect(await now(usul)).toMatchObject({ revision: 2, values: { skNomor: '14/K/2024' } });
    const second = await run('usul', 'resubmit', usul.id, '--values', file);
    expect(second).toMatchObject({ code: 1, text: expect.stringContaining('Tidak ada yang') });
    expect(await run('usul', 'withdraw', usul.id, '--note', 'Salah unggah.')).toMatchObject({
      code: 0,
    });
    expect((await now(usul)).history.at(-1)).toMatchObject({
      action: 'tarik',
      actorName: usul.employee.nama,
      note: 'Salah unggah.',
    });
    const written = await office.server.db
      .selectFrom('audit')
      .select(['action', 'account_id'])
      .where('action', 'in', ['usul_diajukan_ulang', 'usul_ditarik'])
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(written).toEqual([
      { action: 'usul_ditarik', account_id: null },
      { action: 'usul_diajukan_ulang', account_id: null },
    ]);
    await rm(folder, { recursive: true });
  });

  test('is told what is wrong, and nothing is changed', async () => {
    const missing = await run('usul', 'withdraw', makeUuidV7());
    expect(missing).toMatchObject({ code: 1, text: expect.stringContaining('tidak ada') });
    const usul = await returned();
    const unreadable = await run('usul', 'resubmit', usul.id, '--values', '/tidak/ada.json');
    expect(unreadable).toMatchObject({ code: 1, text: expect.stringContaining('tidak dapat') });
    expect(await now(usul)).toEqual(usul);
  });
});
