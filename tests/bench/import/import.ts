import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#build/project-root.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { openDatabase } from '#server/store/database.ts';
import { makeKeyRing } from '#server/store/key-ring.ts';
import { migrateToLatest } from '#server/store/migrate.ts';
import { giveKeys } from '#server/store/secrets.ts';
import { writeTable } from '#server/imports/table/write-table.ts';
import type { TableForm } from '#server/imports/table/table.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { postgresDatabase, withAdmin } from '#tests/e2e/support/template-desk.ts';
import { addOrganisation } from '#tests/support/builders.ts';
import { makeClusterFolder } from '#tests/support/cluster-folder.ts';
import { asnHead, asnRow } from '#tests/support/imports/asn-table.ts';
import { sharedStringsWorkbook } from '#tests/support/imports/xlsx-file.ts';

const forms: Readonly<Record<'csv' | 'xlsx', TableForm>> = {
  csv: { kind: 'csv', separator: ';' },
  xlsx: { kind: 'xlsx' },
};
const badRows = 50;

/** One import in a process of its own, as an administrator starts it. */
const importRunSchema = z.object({
  code: z.number(),
  seconds: z.number(),
  megabytes: z.number(),
  counts: z.string(),
});
type ImportRun = z.infer<typeof importRunSchema>;

/** What importing the ASN of a large instansi costs. */
export const imports: Bench = {
  title: '20,000 ASN with 50 bad rows from CSV and XLSX: time and memory of the command',
  async run({ small }) {
    const rows = small ? 1_000 : 20_000;
    const folder = await makeClusterFolder('meja-import-bench-');
    const postgres = await startEmbeddedPostgres(folder, { durable: false, maxConnections: 60 });
    try {
      const runs: Record<string, ImportRun> = {};
      for (const form of ['csv', 'xlsx'] as const) {
        const name = `bench_${randomUUID().replaceAll('-', '')}`;
        await withAdmin(postgres.url, (admin) => admin.query(`CREATE DATABASE ${name}`));
        const url = postgresDatabase(postgres.url, name);
        const file = path.join(folder, `asn.${form}`);
        await prepare(url, file, form, rows);
        runs[`${form} new`] = await importOnce(url, folder, file, form);
        runs[`${form} again`] = await importOnce(url, folder, file, form);
      }
      return report(runs, rows);
    } finally {
      await postgres.stop();
      await removeEmbeddedPostgres(folder);
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function prepare(url: string, file: string, form: 'csv' | 'xlsx', count: number) {
  const db = openDatabase(url);
  giveKeys(db, makeKeyRing([randomBytes(32)]));
  await migrateToLatest(db);
  await addOrganisation(db);
  await db.deleteFrom('employee').execute();
  await db.destroy();
  const every = Math.floor(count / badRows);
  const rows = Array.from({ length: count }, (_, n) =>
    asnRow(n, 'unor-dinas-a', n % every === 0 ? { NIP: '1,98E+17' } : {}),
  );
  // Excel keeps texts in a table of their own, which costs more to read than texts in their place.
  if (form === 'xlsx') await writeFile(file, sharedStringsWorkbook([asnHead, ...rows]));
  else await writeTable(file, forms[form], [asnHead, ...rows]);
}

/** Memory is what the operating system says the process took at most, code and all. */
async function importOnce(
  url: string,
  folder: string,
  file: string,
  form: 'csv' | 'xlsx',
): Promise<ImportRun> {
  await mkdir(path.join(folder, 'data'), { recursive: true });
  const figures = path.join(folder, 'figures.json');
  const rejected = path.join(folder, `ditolak.${form}`);
  const args = [
    'import',
    'apply',
    file,
    '--kind',
    'asn',
    '--instansi',
    'kab-a',
    '--rejected',
    rejected,
  ];
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(projectRoot, 'tests/bench/import/measured-import.ts'),
      figures,
      ...args,
    ],
    {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: url, MEJA_DATA_DIR: path.join(folder, 'data') },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await new Promise((resolve) => child.on('close', resolve));
  return importRunSchema.parse(JSON.parse(await readFile(figures, 'utf8')));
}

function report(runs: Readonly<Record<string, ImportRun>>, rows: number): BenchReport {
  const all = Object.values(runs);
  const expected = {
    new: `Baru ${(rows - badRows).toLocaleString('id-ID')}, berubah 0, sama 0, ditolak ${badRows}.`,
    again: `Baru 0, berubah 0, sama ${(rows - badRows).toLocaleString('id-ID')}, ditolak ${badRows}.`,
  };
  const wrong = Object.entries(runs).filter(
    ([name, { counts }]) => counts !== expected[name.endsWith('again') ? 'again' : 'new'],
  );
  return {
    lines: Object.entries(runs).map(
      ([name, { seconds, megabytes, counts }]) =>
        `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s ${String(Math.round(megabytes)).padStart(5)} MB  ${counts}`,
    ),
    figures: {
      seconds: Math.max(...all.map(({ seconds }) => Math.round(seconds * 10) / 10)),
      megabytes: Math.max(...all.map(({ megabytes }) => Math.round(megabytes))),
      wrongCounts: wrong.length,
    },
    budgets: { seconds: 60, megabytes: 300, wrongCounts: 0 },
  };
}
