import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { activate } from '#server/accounts/activation.ts';
import { findAppointments } from '#server/accounts/appointments.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { makeSlips } from '#server/imports/slips/slip-list.ts';
import { changePassword } from '#server/session/change-password.ts';
import { asnHead, asnRow, inventedNip } from '#tests/support/imports/asn-table.ts';
import { useImportFiles } from '#tests/support/imports/import-files.ts';
import { useOffice } from '#tests/support/office.ts';
import { postJson } from '#tests/support/server.ts';

const office = useOffice();
const { at, command, run } = useImportFiles(office);

beforeAll(async () => {
  const people = Array.from({ length: 20 }, (_, n) => asnRow(5_000 + n, 'unor-dinas-b'));
  await run('apply', 'asn', [asnHead, ...people]);
});

test('accounts carry no password; a slip opens one once, and no other, and nothing else does', async () => {
  const { db } = office.server;
  const nip = inventedNip(5_001);
  const rows = [
    ['NIP', 'Nama', 'Peran', 'Nama Pengguna', 'Kode OPD', 'Kata Sandi', 'NIK'],
    [
      nip,
      '',
      'Verifikator OPD',
      'sari.contoh',
      'dinas-b',
      'rahasia-dalam-berkas',
      '9999014101800001',
    ],
    [inventedNip(5_002), '', 'ASN', '', '', '', ''],
    [inventedNip(5_003), 'Nama Orang Lain', 'Helpdesk', '', '', '', ''],
    [inventedNip(9_000), '', 'ASN', '', '', '', ''],
    [inventedNip(5_004), '', 'Admin', '', '', '', ''],
    [inventedNip(5_005), '', 'Verifikator', 'verifikator-dinas-a', 'dinas-b', '', ''],
    [inventedNip(5_006), '', 'Verifikator', nip, 'dinas-b', '', ''],
    [inventedNip(5_007), '', 'Verifikator', '', '', '', ''],
  ];
  const applied = await run('apply', 'akun', rows);
  expect(applied.text).toContain('Baru 2, berubah 0, sama 0, ditolak 6.');
  expect((await run('apply', 'akun', rows)).text).toContain(
    'Baru 0, berubah 0, sama 2, ditolak 6.',
  );
  const signInWith = async (password: string): Promise<number> => {
    const device = { id: randomUUID(), name: 'PC Uji' };
    const body = { username: 'sari.contoh', password, device };
    return (await postJson(office.server, '/api/v1/session', body)).status;
  };
  for (const password of ['rahasia-dalam-berkas', '9999014101800001', nip]) {
    expect(await signInWith(password)).toBe(401);
  }

  const slips = await makeSlips(db, { instansiId: 'kab-a', opdId: 'dinas-b' }, new Date());
  expect(slips).toMatchObject({
    count: 2,
    offices: [{ slips: [{ nip }, { nip: inventedNip(5_002) }] }],
  });
  const [own, others] = slips.offices[0]!.slips;
  expect(own!.code).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z]$/);
  const stored = await db.selectFrom('activation').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(own!.code.replaceAll('-', ''));

  const account = (await findAccountByLogin(db, nip))!;
  const passwordHash = await hashPassword('lumut perahu kopi');
  const open = (code: string, now = new Date()) =>
    activate(db, { accountId: account.id, code, passwordHash }, now);
  expect(await open(others!.code)).toBe(false);
  expect(await open(own!.code, new Date(Date.now() + 31 * 86_400_000))).toBe(false);
  const [one, two] = await Promise.all([open(own!.code.toLowerCase()), open(own!.code)]);
  expect(Number(one) + Number(two)).toBe(1);
  expect(await signInWith('lumut perahu kopi')).toBe(200);

  // Who got a password in another way waits no longer; new slips end those of before.
  const other = (await findAccountByLogin(db, inventedNip(5_002)))!;
  const again = await makeSlips(db, { instansiId: 'kab-a', opdId: undefined }, new Date());
  expect(again.count).toBe(1);
  expect(
    await activate(db, { accountId: other.id, code: others!.code, passwordHash }, new Date()),
  ).toBe(false);
  await changePassword(db, other.id, passwordHash, new Date());
  const code = again.offices[0]!.slips[0]!.code;
  expect(await activate(db, { accountId: other.id, code, passwordHash }, new Date())).toBe(false);
});

test('slips are a PDF, and nothing is made where it cannot be written', async () => {
  const nip = inventedNip(5_010);
  await run('apply', 'akun', [
    ['NIP', 'Peran'],
    [nip, 'ASN'],
  ]);
  expect(await command('slips', at('tidak-ada/slip.pdf'))).toMatchObject({ code: 1 });
  expect((await command('slips', at('slip.pdf'), '--opd', 'setjen-z')).text).toContain(
    'OPD "setjen-z" tidak ada',
  );
  const written = await command('slips', at('slip.pdf'), '--opd', 'dinas-b');
  expect(written.text).toContain('1 slip dari 1 OPD ditulis');
  expect((await readFile(at('slip.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await command('slips', at('slip-a.pdf'), '--opd', 'bidang-a')).text).toContain(
    'Tidak ada akun yang menunggu',
  );
});

test('a person may stand in several rows, and each is an appointment with its letter and its days', async () => {
  const { db } = office.server;
  const nip = inventedNip(5_011);
  const head = [
    'NIP',
    'Peran',
    'Kode OPD',
    'Nomor Surat',
    'Tanggal Surat',
    'Berlaku dari',
    'Sampai',
  ];
  const rows = [
    head,
    [
      nip,
      'Verifikator',
      'dinas-a',
      '800/12/BKPSDM/2026',
      '1 Oktober 2026',
      '05-10-2026',
      '31-12-2099',
    ],
    [nip, 'Monitor', '', '', '', '', ''],
    [nip, 'Verifikator', 'dinas-a', '', '', '', ''],
    [inventedNip(5_012), 'Verifikator', 'dinas-a', '800/13', '', '', ''],
    [inventedNip(5_013), 'Verifikator', 'dinas-a', '', '', '05-10-2026', '04-10-2026'],
    [inventedNip(5_014), 'Verifikator', 'dinas-a', '', '', '05-10-2020', '04-10-2021'],
  ];
  expect((await run('apply', 'akun', rows)).text).toContain(
    'Baru 1, berubah 0, sama 0, ditolak 5.',
  );
  const good = rows.slice(0, 3);
  const second = await run('apply', 'akun', good);
  expect(second.text).toContain('Baru 0, berubah 1, sama 1, ditolak 0.');
  expect(second.text).toContain('Peran: (kosong) → verifikator');
  expect((await run('apply', 'akun', good)).text).toContain('sama 2, ditolak 0.');
  const account = (await findAccountByLogin(db, nip))!;
  const held = await findAppointments(db, account.id);
  const byRole = held.toSorted((a, b) => (a.account.role < b.account.role ? 1 : -1));
  expect(byRole).toMatchObject([
    {
      account: {
        role: 'verifikator',
        scope: { kind: 'opd', id: 'dinas-a' },
      },
      letter: { number: '800/12/BKPSDM/2026', date: '2026-10-01' },
      validFrom: '2026-10-05',
      validUntil: '2099-12-31',
    },
    {
      account: {
        role: 'monitor',
        scope: { kind: 'instansi', id: 'kab-a' },
        appointmentId: account.id,
      },
      letter: null,
    },
  ]);
});
