import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { assignByHand } from '#server/assignment/assign-many.ts';
import { applyImport, openImportFile, type ImportProgress } from '#server/imports/run-import.ts';
import { writeTable } from '#server/imports/table/write-table.ts';
import { readTable } from '#server/imports/table/read-table.ts';
import { currentUsul, makeRefusal } from '#tests/support/builders.ts';
import { asnHead, asnRow, inventedNip } from '#tests/support/imports/asn-table.ts';
import { csv, useImportFiles } from '#tests/support/imports/import-files.ts';
import { textWorkbook } from '#tests/support/imports/xlsx-file.ts';
import { useOffice } from '#tests/support/office.ts';
import { idOf, readAll, verifikatorOf } from '#tests/support/read-feed.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';

const office = useOffice();
const { at, run } = useImportFiles(office);

const employeeOf = (nip: string) =>
  office.server.db.selectFrom('employee').selectAll().where('nip', '=', nip).execute();

test('OPD and unor: parents in any order, circles refused, twice is harmless', async () => {
  const opd = [
    ['Kode OPD', 'Nama OPD', 'Kode Induk'],
    ['seksi-i', 'Seksi I', 'bidang-i'],
    ['bidang-i', 'Bidang I', 'dinas-i'],
    ['dinas-i', 'Dinas I', ''],
    ['x', 'X', 'y'],
    ['y', 'Y', 'x'],
    ['setjen-z', 'Milik instansi lain', ''],
    ['dinas-b', 'Dinas B Berganti Nama', 'dinas-a'],
    ['bidang-a', 'Bidang Contoh A', 'dinas-b'],
  ];
  const preview = await run('preview', 'opd', opd);
  expect(preview.text).toContain('Baru 3, berubah 2, sama 0, ditolak 3.');
  expect(preview.text).toContain('Baris 5 (x X): ditolak. Induk OPD berputar: x → y → x.');
  expect(preview.text).toContain(
    'Nama OPD: Dinas Contoh B → Dinas B Berganti Nama; Kode induk: (kosong) → dinas-a',
  );
  const before = await office.server.db.selectFrom('opd').select('id').execute();
  expect(before.map(({ id }) => id)).not.toContain('dinas-i');

  // An usul of the OPD that moves enters the queue of the verifikator above it.
  const usul = await office.newUsul({}, 'dinas-b');
  const below = await office.newUsul({}, 'bidang-a');
  const applied = await run('apply', 'opd', opd);
  expect(applied.code).toBe(1);
  expect(applied.text).toContain('3 baris ditolak.');
  const feed = await readAll(office.server.db, verifikatorOf('dinas-a'));
  expect(feed.changes.map(idOf)).toContain(usul.id);
  const newParent = await readAll(office.server.db, verifikatorOf('dinas-b'));
  expect(newParent.changes.map(idOf)).toEqual(expect.arrayContaining([usul.id, below.id]));
  const again = await run('apply', 'opd', opd);
  expect(again.text).toContain('Baru 0, berubah 0, sama 5, ditolak 3.');

  const unor = [
    ['ID', 'Nama Unor', 'Nama OPD', 'Aktif'],
    ['unor-i', 'Unor I', 'DINAS I', 'Ya'],
    ['unor-ii', 'Unor II', 'Dinas Tidak Ada', ''],
    ['unor-i', 'Unor I lagi', 'Dinas I', ''],
    ['unor-iii', 'Unor III', 'Bidang I', 'Tidak'],
  ];
  const units = await run('apply', 'unor', unor);
  expect(units.text).toContain('Baru 1, berubah 0, sama 0, ditolak 3.');
  expect(units.text).toContain('Kode unor "unor-i" juga ada di baris 4.');

  // A unit that moves takes what is not settled of it along; whoever had it there has it no more.
  const { db } = office.server;
  const { appointmentId } = office.client.account;
  const [open, settled] = [
    await office.newUsul({ unorId: 'unor-dinas-a' }),
    await office.newUsul({ unorId: 'unor-dinas-a' }),
  ];
  const scope = { kind: 'opd', id: 'dinas-a' } as const;
  const selection = { scope, stage: 'verifikasi' as const, filter: { usulIds: [open.id] } };
  const assigning = { by: null, reason: '', now: new Date() };
  expect(await assignByHand(db, selection, appointmentId, assigning)).toMatchObject({ ok: true });
  expect(
    await office.decide(makeRefusal(settled, { outcome: 'tolak', reasons: ['DOK_SALAH'] })),
  ).toMatchObject({ kind: 'diterima' });
  const old = await readAll(db, verifikatorOf('dinas-a'));
  const moves = [
    ['ID', 'Nama Unor', 'Kode OPD'],
    ['unor-dinas-a', 'Unor dinas-a', 'dinas-i'],
  ];
  expect((await run('preview', 'unor', moves)).text).toContain('Kode OPD: dinas-a → dinas-i');
  expect((await currentUsul(db, open.id)).opdId).toBe('dinas-a');
  await run('apply', 'unor', moves);
  const now = await currentUsul(db, open.id);
  expect(now).toMatchObject({
    opdId: 'dinas-i',
    unorId: 'unor-dinas-a',
    version: open.version + 1,
  });
  expect((await currentUsul(db, settled.id)).opdId).toBe('dinas-a');
  const left = await readAll(db, verifikatorOf('dinas-a'), old.cursor);
  expect(left.changes).toMatchObject([{ kind: 'keluar', usulId: open.id, position: null }]);
  const entered = await readAll(db, verifikatorOf('dinas-i'));
  expect(entered.changes.map(idOf)).toContain(open.id);
  expect(await office.decide(makeRefusal(open))).toMatchObject({ kind: 'ditolak' });
  const holders = db
    .selectFrom('usul_assignment')
    .select('ended_at')
    .where('usul_id', '=', open.id);
  expect((await holders.execute()).every(({ ended_at }) => ended_at !== null)).toBe(true);
  // And back, for the tests that follow.
  await run('apply', 'unor', [moves[0]!, ['unor-dinas-a', 'Unor dinas-a', 'dinas-a']]);
  const back = await currentUsul(db, open.id);
  expect(back.opdId).toBe('dinas-a');
  expect(await office.decide(makeRefusal(back))).toMatchObject({ kind: 'diterima' });
});

test('ASN: good rows are taken, bad ones come back as the same form of file, and can be mended there', async () => {
  const unorId = 'unor-dinas-a';
  const [good, other] = [asnRow(1, unorId), asnRow(2, unorId)];
  const rows = [
    ['DAFTAR ASN'],
    asnHead,
    good,
    other,
    asnRow(3, unorId, { NIP: '1,98E+17' }),
    asnRow(4, '5'),
    asnRow(5, unorId, { Gol: 'V/z' }),
    asnRow(6, unorId, { Nama: '=HYPERLINK("http://contoh";"klik")\n' }),
    asnRow(7, unorId, { 'Tgl Lahir': '31-02-1980' }),
    asnRow(8, unorId),
    asnRow(8, unorId, { Nama: 'Sekali Lagi' }),
  ];
  const file = at('asn.xlsx');
  await writeFile(file, textWorkbook(rows.map((row) => [...row])));
  const rejected = at('ditolak.xlsx');
  const applied = await run('apply', 'asn', file, '--rejected', rejected);
  expect(applied.text).toContain('Baru 2, berubah 0, sama 0, ditolak 7.');
  expect(await employeeOf(inventedNip(1))).toMatchObject([
    {
      opd_id: 'dinas-a',
      unor_id: unorId,
      data: { nama: 'Contoh Rekaan 1', kind: 'pns', golonganId: '32', unorNama: 'Unor dinas-a' },
    },
  ]);

  const back = await readTable(rejected);
  if (!back.ok) throw new Error(back.error.kind);
  const cells = back.value.sheets[0]!.rows.map((row) => row.cells);
  expect(cells[1]).toEqual([...asnHead, 'Alasan ditolak']);
  expect(cells).toHaveLength(9);
  expect(cells[2]!.at(-1)).toContain('diubah Excel menjadi bilangan');
  // One is mended in the file that came back, with its reason still beside it.
  const mended = [cells[0]!, cells[1]!, [...cells[2]!]].map((row) => row.map(String));
  mended[2]![1] = inventedNip(3);
  await writeTable(at('perbaikan.csv'), csv, mended);
  const second = await run('apply', 'asn', at('perbaikan.csv'));
  expect(second.code).toBe(0);
  expect(second.text).toContain('Baru 1, berubah 0, sama 0, ditolak 0.');
  const again = await run('apply', 'asn', file);
  expect(again.text).toContain('Baru 0, berubah 0, sama 2, ditolak 7.');
});

test('what changes is told from and to, an empty cell changes nothing, and open usul bring it to their PCs', async () => {
  const [own] = await employeeOf(`198013012005011000`);
  expect(own).toBeDefined();
  const usul = await office.newUsul();
  await office.server.db
    .updateTable('employee')
    .set({ nip: inventedNip(50) })
    .where('id', '=', 'asn-dinas-a')
    .execute();
  const seen = await readAll(office.server.db, verifikatorOf('dinas-a'));
  const rows = [
    ['NIP', 'Nama', 'Jabatan', 'TMT CPNS'],
    [inventedNip(50), 'Nama Baru', '', '02-03-2006'],
  ];
  const report = at('laporan.csv');
  const changed = await run('apply', 'asn', rows, '--report', report);
  expect(changed).toMatchObject({ code: 0 });
  expect(changed.text).toContain(
    'Nama: Contoh dinas-a → Nama Baru; TMT CPNS: 01-01-2005 → 02-03-2006',
  );
  expect(await readFile(report, 'utf8')).toContain(';berubah;');
  expect(await employeeOf(inventedNip(50))).toMatchObject([
    { data: { nama: 'Nama Baru', jabatan: 'Analis Contoh', gelarBelakang: 'S.Kom.' } },
  ]);
  const news = await readAll(office.server.db, verifikatorOf('dinas-a'), seen.cursor);
  expect(news.changes).toMatchObject([
    { kind: 'usul', usul: { id: usul.id, version: usul.version, employee: { nama: 'Nama Baru' } } },
  ]);
});

test('an import that is stopped goes on when it begins again, and the audit knows of both', async () => {
  const rows = [
    asnHead,
    ...Array.from({ length: 1_200 }, (_, n) => asnRow(1_000 + n, 'unor-dinas-b')),
  ];
  await writeTable(at('banyak.csv'), csv, rows);
  const opened = await openImportFile(at('banyak.csv'), 'asn');
  if (!opened.ok) throw new Error('It can be read.');
  const stop = new AbortController();
  const { db } = office.server;
  const begin = (signal?: AbortSignal) =>
    applyImport(
      { db, opened: opened.value, instansiId: 'kab-a', by: null, now: () => new Date(), signal },
      { kind: 'asn', deviceId: null },
    );
  const seen: ImportProgress[] = [];
  for await (const progress of begin(stop.signal)) {
    seen.push(progress);
    if (progress.done >= 400) stop.abort();
  }
  expect(seen.at(-1)).toMatchObject({ done: 400, total: 1_200, counts: { baru: 400 } });
  expect(seen.at(-1)!.secondsLeft).toBeGreaterThan(0);
  let last: ImportProgress | undefined;
  for await (const progress of begin()) last = progress;
  expect(last).toMatchObject({
    done: 1_200,
    counts: { baru: 800, sama: 400, berubah: 0, ditolak: 0 },
  });
  const audit = await db
    .selectFrom('audit')
    .select('details')
    .where('action', '=', 'impor')
    .orderBy('id')
    .execute();
  expect(
    audit.slice(-4).map(({ details }) => [details['keadaan'], details['baru'], details['sha256']]),
  ).toEqual([
    ['mulai', 0, opened.value.sha256],
    ['dihentikan', 400, opened.value.sha256],
    ['mulai', 0, opened.value.sha256],
    ['selesai', 800, opened.value.sha256],
  ]);
});

test('two imports of one file at the same moment add nobody twice', async () => {
  await writeTable(at('dua.csv'), csv, [
    asnHead,
    ...Array.from({ length: 600 }, (_, n) => asnRow(5_000 + n, 'unor-dinas-b')),
  ]);
  const [one, two] = await Promise.all([
    run('apply', 'asn', at('dua.csv')),
    run('apply', 'asn', at('dua.csv')),
  ]);
  expect([one.code, two.code]).toEqual([0, 0]);
  const { count } = await office.server.db
    .selectFrom('employee')
    .select(({ fn }) => fn.count<number>('id').as('count'))
    .where(
      'nip',
      'in',
      Array.from({ length: 600 }, (_, n) => inventedNip(5_000 + n)),
    )
    .executeTakeFirstOrThrow();
  expect(count).toBe(600);
});

test.each<[string, readonly string[], string]>([
  [
    'a kind that there is not',
    ['import', 'preview', 'x.csv', '--kind', 'gaji'],
    'Jenis "gaji" tidak dikenal',
  ],
  ['no kind', ['import', 'preview', 'x.csv'], 'perlu --kind JENIS'],
  ['an option of another command', ['migrate', '--kind', 'asn'], 'pilihan yang tidak dikenal'],
  [
    'one of several instansi unnamed',
    ['import', 'preview', 'x.csv', '--kind', 'asn'],
    '--instansi: kab-a, kem-z',
  ],
  [
    'an instansi that there is not',
    ['import', 'preview', 'x.csv', '--kind', 'asn', '--instansi', 'kab-b'],
    'Instansi "kab-b" tidak ada.',
  ],
  [
    'a file that there is not',
    ['import', 'apply', 'x.csv', '--kind', 'asn', '--instansi', 'kab-a'],
    'Berkas tidak ada',
  ],
  [
    'a result over its own source',
    ['import', 'apply', 'x.csv', '--kind', 'asn', '--rejected', './x.csv'],
    'lain daripada berkas sumber',
  ],
])('%s is said', async (_, args, sentence) => {
  const { code, text } = await runServerCommand(office.server, args);
  expect(code).not.toBe(0);
  expect(text).toContain(sentence);
});

test('what a file calls its columns does not command the terminal, however much it is', async () => {
  const names = Array.from({ length: 100 }, (_, n) => `\u001b[2J${'x'.repeat(500)}${n}`);
  const { code, text } = await run('preview', 'asn', [
    ['NIP', 'JK', 'Warna', ...names],
    ['1', '2'],
  ]);
  expect(code).toBe(1);
  expect(text).toContain('Kolom wajib tidak ada: Nama.');
  expect(text).not.toContain('\u001b');
  expect(text.length).toBeLessThan(3_000);
});
