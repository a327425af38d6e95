import { describe, expect, test } from 'vitest';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments, listAppointments } from '#server/accounts/appointments.ts';
import { isPassword } from '#server/accounts/passwords.ts';
import { addAccount } from '#tests/support/builders.ts';
import { makeTestDatabase } from '#tests/support/database.ts';
import { useOffice } from '#tests/support/office.ts';
import { signIn } from '#tests/support/server.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

const office = useOffice();
const run = (args: readonly string[], answers: readonly string[] = []) =>
  runServerCommand(office.server, args, answers);
const letter = ['800/12/BKPSDM/2026', '2026-01-05'];

describe('appointments at the command line', () => {
  test('are given by a letter, listed, and ended once; sessions follow at once, the audit as well', async () => {
    const { server } = office;
    const { id, username } = await addAccount(server.db, 'budi', 'monitor', {
      kind: 'opd',
      id: 'dinas-a',
    });
    const given = await run(
      ['appointment', 'give', 'BUDI'],
      ['verifikator', 'opd:dinas-a', '2026-01-06', '2999-12-31', ...letter],
    );
    expect(given).toMatchObject({
      code: 0,
      text: expect.stringContaining('Verifikator OPD, Dinas Contoh A'),
    });
    const held = (await findAppointments(server.db, id)).at(-1)!;
    expect(held).toMatchObject({
      account: { role: 'verifikator', scope: { kind: 'opd', id: 'dinas-a' } },
      validFrom: '2026-01-06',
      validUntil: '2999-12-31',
      letter: { number: letter[0], date: letter[1] },
    });
    const { appointmentId } = held.account;
    const client = await signIn(server, username);
    expect(client.session.account).toEqual(held.account);
    const lines = async () => (await run(['appointment', 'list'])).text.split('\n');
    expect((await lines()).find((line) => line.startsWith(appointmentId))).toBe(
      `${appointmentId}  budi, Petugas budi: Verifikator OPD, Dinas Contoh A (opd:dinas-a), ` +
        'sejak 2026-01-06 s.d. 2999-12-31: berlaku; surat 800/12/BKPSDM/2026, 2026-01-05',
    );
    expect(await run(['appointment', 'end', appointmentId.toUpperCase()])).toMatchObject({
      code: 0,
    });
    expect((await client.fetch('/api/v1/changes')).status).toBe(403);
    expect(await run(['appointment', 'end', appointmentId])).toMatchObject({ code: 1 });
    expect(await run(['appointment', 'end', 'x'])).toMatchObject({ code: 1 });
    expect((await lines()).find((line) => line.startsWith(appointmentId))).toContain(': berakhir;');
    const audit = await server.db
      .selectFrom('audit')
      .select(['action', 'details'])
      .where('action', 'in', ['penunjukan_diberikan', 'penunjukan_diakhiri'])
      .orderBy('id')
      .execute();
    expect(
      audit.flatMap(({ action, details }) =>
        details['appointmentId'] === appointmentId ? action : [],
      ),
    ).toEqual(['penunjukan_diberikan', 'penunjukan_diakhiri']);
    expect((await run(['verify-chain'])).text).not.toMatch(/penunjukan/iu);
  });

  test.each([
    ['a role that there is not', ['kepala', 'opd:dinas-a', '', '', ...letter], 'Tugas'],
    ['a scope that the role cannot have', ['approver', 'opd:dinas-a', '', '', ...letter], 'opd:'],
    ['an office that there is not', ['verifikator', 'opd:tidak-ada', '', '', ...letter], 'opd:'],
    ['no scope at all', ['verifikator', '', '', '', ...letter], 'Cakupan'],
    [
      'a day that there is not',
      ['verifikator', 'opd:dinas-a', '2026-02-30', '', ...letter],
      'sejak',
    ],
    [
      'a last day before the first',
      ['verifikator', 'opd:dinas-a', '2026-02-02', '2026-02-01', ...letter],
      'sampai',
    ],
    ['no letter', ['verifikator', 'opd:dinas-a', '', '', '', ''], 'Nomor surat'],
    ['no date of it', ['verifikator', 'opd:dinas-a', '', '', '800/1', ''], 'Tanggal surat'],
  ])('%s changes nothing and is named', async (_name, answers, part) => {
    const before = await listAppointments(office.server.db);
    const said = await run(['appointment', 'give', 'verifikator-dinas-a'], answers);
    expect(said).toMatchObject({ code: 1, text: expect.stringContaining(part) });
    expect(said.text).toContain('Tidak ada yang diubah.');
    expect(await listAppointments(office.server.db)).toEqual(before);
  });

  test('nobody gets one who has no account', async () => {
    expect(await run(['appointment', 'give', 'siapa'])).toMatchObject({ code: 1 });
  });
});

test('an empty server gets its instansi and its first admin, with a password that nobody could guess and none by default', async () => {
  const database = await makeTestDatabase();
  const empty = { databaseUrl: database.url, documentFolder: office.server.documentFolder };
  const onEmpty = (args: readonly string[], answers: readonly string[] = []) =>
    runServerCommand(empty, args, answers);
  const instansi = ['Kabupaten Baru', 'daerah', 'wita', 'kr-9', 'Kanreg IX BKN'];
  expect(await onEmpty(['instansi', 'add', 'kab-baru'], instansi)).toMatchObject({ code: 0 });
  expect(await onEmpty(['instansi', 'add', 'kab-baru'], instansi)).toMatchObject({ code: 1 });
  const asked = ['Siti Contoh', '19801301 200501 2 001', 'admin', 'instansi:kab-baru', '', ''];
  const add = (password: string) =>
    onEmpty(['account', 'add', 'Admin.Baru'], [...asked, ...letter, password]);
  for (const weak of ['', 'admin', 'Siti-Contoh-2026']) {
    expect(await add(weak)).toMatchObject({ code: 1, text: expect.stringContaining('Kata sandi') });
    expect(await findAccountByLogin(database.db, 'admin.baru')).toBeUndefined();
  }
  const added = await add('lumut perahu kopi');
  expect(added).toMatchObject({ code: 0 });
  expect(added.text).not.toContain('lumut');
  const account = (await findAccountByLogin(database.db, '198013012005012001'))!;
  expect(await isPassword('lumut perahu kopi', account.passwordHash)).toBe(true);
  expect(await findAppointments(database.db, account.id)).toMatchObject([
    {
      account: { appointmentId: account.id, role: 'admin', scopeName: 'Kabupaten Baru' },
      timeZone: 'WITA',
      validUntil: null,
    },
  ]);
  expect(await add('lumut perahu kopi')).toMatchObject({ code: 1 });
  await database.drop();
});
