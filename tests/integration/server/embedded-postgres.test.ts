import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '#server/store/database.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#server/postgres/embedded-postgres.ts';
import { insertOrganisation } from '#server/accounts/organisation.ts';
import { migrateToLatest } from '#server/store/migrate.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meja-pg-'));
});
afterEach(async () => {
  await removeEmbeddedPostgres(folder);
  await rm(folder, { recursive: true, force: true });
});

const options = { durable: false, maxConnections: 20 };

async function kanregNames(url: string): Promise<readonly string[]> {
  const db = openDatabase(url);
  const rows = await db.selectFrom('kanreg').select('name').execute();
  await db.destroy();
  return rows.map((row) => row.name);
}

test('what was written is there after a second start, and the password stays between us', async () => {
  const first = await startEmbeddedPostgres(folder, options);
  const db = openDatabase(first.url);
  await migrateToLatest(db);
  const kanreg = [{ id: 'k', name: 'Kanreg Contoh' }];
  await insertOrganisation(db, { kanreg, instansi: [], opd: [], unor: [] });
  await db.destroy();
  await first.stop();
  const second = await startEmbeddedPostgres(folder, options);
  expect(await kanregNames(second.url)).toEqual(['Kanreg Contoh']);
  await second.stop();
  const kept = await stat(path.join(folder, 'postgres.json'));
  expect(kept.mode & 0o077).toBe(0);
});

test('works in a folder that only its owner may enter', async () => {
  const inner = path.join(folder, 'data');
  await chmod(folder, 0o700);
  const postgres = await startEmbeddedPostgres(inner, options);
  expect(await canMigrate(postgres.url)).toBe(true);
  await postgres.stop();
  await removeEmbeddedPostgres(inner);
});

test('a server that lives keeps its folder to itself', async () => {
  const first = await startEmbeddedPostgres(folder, options);
  await expect(startEmbeddedPostgres(folder, options)).rejects.toThrow('sedang dipakai');
  expect(await canMigrate(first.url)).toBe(true);
  await first.stop();
});

test('after a server was killed, the next one takes its database over', async () => {
  const script = path.join(folder, 'mulai.mts');
  const module = new URL('../../../server/postgres/embedded-postgres.ts', import.meta.url).href;
  await writeFile(
    script,
    `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
     await startEmbeddedPostgres(${JSON.stringify(folder)}, ${JSON.stringify(options)});
     process.stdout.write('siap');
     setInterval(() => {}, 1000);`,
  );
  const cwd = fileURLToPath(new URL('../../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await startEmbeddedPostgres(folder, options);
  expect(await canMigrate(next.url)).toBe(true);
  await next.stop();
});

test('a postmaster.pid whose number now belongs to another program does not stop the start', async () => {
  const first = await startEmbeddedPostgres(folder, options);
  await first.stop();
  const text = await readFile(path.join(folder, 'postgres.json'), 'utf8');
  const kept = z.object({ folder: z.string() }).parse(JSON.parse(text));
  const file = path.join(kept.folder, 'cluster', 'postmaster.pid');
  await writeFile(file, `${process.pid}\n${path.dirname(file)}\n1\n5432\n\n127.0.0.1\n`);
  const second = await startEmbeddedPostgres(folder, options);
  expect(await canMigrate(second.url)).toBe(true);
  await second.stop();
});

async function canMigrate(url: string): Promise<boolean> {
  const db = openDatabase(url);
  const names = await migrateToLatest(db);
  await db.destroy();
  return names.length > 0;
}
