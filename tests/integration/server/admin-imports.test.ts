import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pruneJobs } from '#server/imports/desk/import-jobs.ts';
import {
  importRejectedSchema,
  importRowsSchema,
  importStateSchema,
} from '#shared/contract/admin/imports.ts';
import { kabA, kemZ, postAs, readAs, told } from '#tests/support/admin-desk.ts';
import { addAccount, addOrganisation } from '#tests/support/builders.ts';
import { asnHead, asnRow, inventedNip } from '#tests/support/imports/asn-table.ts';
import { order, sendFile, twoOffices } from '#tests/support/imports/import-at-desk.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

// Files that an admin sends from the desk; on one server.

let server: TestServer;
let admin: TestClient;
const adminNip = inventedNip(1);

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addAccount(server.db, 'admin-a', 'admin', kabA, adminNip);
  await addAccount(server.db, 'admin-a2', 'admin', kabA);
  await addAccount(server.db, 'admin-z', 'admin', kemZ);
  await addAccount(server.db, 'admin-bkn', 'admin', { kind: 'bkn_pusat' });
  admin = await signIn(server, 'admin-a');
});
afterAll(() => server.stop());

const table = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join(';')).join('\r\n');
const asn = table([
  asnHead,
  ...[1, 2, 3].map((n) => asnRow(n, n === 3 ? 'tidak-ada' : 'unor-dinas-a')),
]);

describe('a file from the desk', () => {
  test('is looked at row by row, taken, and what was refused comes back; twice is harmless', async () => {
    const id = await sendFile(admin, 'asn', asn, 97);
    const looked = await order(admin, id, 'lihat');
    expect(looked).toMatchObject({ phase: 'dinilai', counts: { baru: 2, ditolak: 1 }, total: 3 });
    const employees = () => server.db.selectFrom('employee').select('id').execute();
    expect(await employees()).toHaveLength(4);
    const { rows } = await readAs(admin, `imports/rows?id=${id}&fate=ditolak`, importRowsSchema);
    expect(rows).toMatchObject(
      [{ number: 4, fate: 'ditolak', why: /tidak-ada/ }].map((row) => ({
        ...row,
        why: expect.stringMatching(row.why),
      })),
    );
    expect(await order(admin, id, 'ambil')).toMatchObject({ phase: 'selesai', done: 3 });
    expect(await employees()).toHaveLength(6);
    const rejected = await readAs(admin, `imports/rejected?id=${id}`, importRejectedSchema);
    const text = Buffer.from(rejected.bytes, 'base64').toString('utf8');
    expect([rejected.name, text.split('\r\n')]).toEqual(['asn-ditolak.csv', expect.any(Array)]);
    expect(text).toMatch(/Contoh Rekaan 3/);
    expect(text).not.toMatch(/Contoh Rekaan 1/);
    const again = await sendFile(admin, 'asn', asn);
    expect(await order(admin, again, 'lihat')).toMatchObject({ counts: { baru: 0, sama: 2 } });
    const audit = await server.db
      .selectFrom('audit')
      .select(['account_id', 'device_id'])
      .where('action', '=', 'impor')
      .execute();
    expect(audit[0]).toEqual({ account_id: admin.account.id, device_id: admin.deviceId });
  });

  test('gives nobody an appointment of his or her own, nor for days that are over', async () => {
    const head = ['NIP', 'Peran', 'Kode OPD', 'Berlaku dari'];
    const other = inventedNip(2);
    const file = table([
      head,
      [adminNip, 'approver', '', ''],
      [other, 'approver', '', '01-01-2020'],
    ]);
    const id = await sendFile(admin, 'akun', file);
    expect(await order(admin, id, 'lihat')).toMatchObject({ counts: { baru: 0, ditolak: 2 } });
    const { rows } = await readAs(admin, `imports/rows?id=${id}`, importRowsSchema);
    expect(rows.map(({ why }) => why)).toEqual([
      expect.stringMatching(/akun Anda sendiri/),
      expect.stringMatching(/lewat/i),
    ]);
  });
});

const piece = (id: string, offset: number, text: string, by = admin) =>
  postAs(by, 'imports/piece', { id, offset, bytes: Buffer.from(text).toString('base64') });

describe('what is no file, or not whose', () => {
  test('says why nothing of it is taken, and keeps the server going', async () => {
    const files = ['bukan tabel', '%PDF-1.4 x', 'x;y\r\n1;2', Buffer.alloc(5_000, 0xff)];
    for (const content of files) {
      const id = await sendFile(admin, 'opd', content);
      const state = await order(admin, id, 'lihat');
      expect([state.phase, typeof state.fault]).toEqual(['gagal', 'string']);
      expect(await told(await postAs(admin, 'imports/order', { id, order: 'ambil' }))).toMatch(
        /belum dapat/,
      );
    }
  });

  test('of another admin, in another order, or more than was said', async () => {
    const id = await sendFile(admin, 'opd', twoOffices);
    const others = await Promise.all(
      ['admin-a2', 'admin-z'].map((username) => signIn(server, username)),
    );
    for (const by of others) {
      expect(await told(await by.fetch(`/api/v1/admin/imports/state?id=${id}`))).toBe(
        'tidak_ditemukan',
      );
      expect(await told(await piece(id, 0, 'x', by))).toBe('tidak_ditemukan');
    }
    const central = await signIn(server, 'admin-bkn');
    expect(await told(await postAs(central, 'imports', { kind: 'opd', bytes: 1 }))).toMatch(
      /satu instansi/,
    );
    expect(await told(await piece(randomUUID(), 0, 'x'))).toBe('tidak_ditemukan');
    // Again what came already, as after an answer that was lost.
    expect(await told(await piece(id, 0, twoOffices.slice(0, 5)))).toBe('done');
    expect(await told(await piece(id, twoOffices.length, 'x'))).toMatch(/tidak menyambung/);
    const begun = await postAs(admin, 'imports', { kind: 'opd', bytes: 60 * 1_048_576 });
    expect(begun.status).toBe(400);
    expect(await told(await postAs(admin, 'imports/order', { id, order: 'ambil' }))).toMatch(
      /belum dapat/,
    );
    const rows = await admin.fetch(`/api/v1/admin/imports/rows?id=${id}&after=x`);
    expect(rows.status).toBe(400);
  });

  test('has failed where the server that was at work on it says nothing any more', async () => {
    const id = await sendFile(admin, 'opd', twoOffices);
    const silent = { phase: 'mengambil', beat_at: new Date(Date.now() - 120_000) } as const;
    await server.db.updateTable('import_job').set(silent).where('id', '=', id).execute();
    const answer = await admin.fetch(`/api/v1/admin/imports/state?id=${id}`);
    const { phase, fault } = importStateSchema.parse(await answer.json());
    expect([phase, fault]).toEqual(['gagal', expect.stringMatching(/terhenti/)]);
    // And nobody waits for it.
    await sendFile(admin, 'opd', twoOffices);
    expect(await told(await admin.fetch(`/api/v1/admin/imports/state?id=${id}`))).toBe(
      'tidak_ditemukan',
    );
  });

  test('leaves nothing behind half an hour after anybody asked for it', async () => {
    const id = await sendFile(admin, 'opd', twoOffices);
    await order(admin, id, 'lihat');
    const left = () => server.db.selectFrom('import_row').select('number').execute();
    expect(await left()).toHaveLength(2);
    const before = new Date(Date.now() - 31 * 60_000);
    await server.db.updateTable('import_job').set({ touched_at: before }).execute();
    await pruneJobs(server.db, new Date());
    expect([
      await left(),
      await server.db.selectFrom('import_piece').select('import_id').execute(),
    ]).toEqual([[], []]);
  });

  test('is no more than three at once in a server', async () => {
    await sendFile(admin, 'opd', twoOffices);
    const people = ['admin-1', 'admin-2', 'admin-3'];
    const answers: string[] = [];
    for (const username of people) {
      await addAccount(server.db, username, 'admin', kabA);
      const by = await signIn(server, username);
      answers.push(await told(await postAs(by, 'imports', { kind: 'opd', bytes: 1 })));
    }
    expect(answers.slice(0, 2)).toEqual(['done', 'done']);
    expect(answers[2]).toMatch(/sedang berjalan/);
  });
});
