import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemoCommand } from '#build/demo/command.ts';
import { seedTexts } from '#build/demo/texts.ts';
import { addOrganisation } from '#tests/support/builders.ts';
import { makeTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await makeTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-demo-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function call(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const code = await runDemoCommand(args, { env, print: (line) => lines.push(line) });
  return { code, text: lines.join('\n') };
}

test('--help says how it is called', async () => {
  expect(await call(['--help'])).toEqual({ code: 0, text: seedTexts.help });
});

test.each([[['--besar']], [['penuh']]])('%j is wrongly called', async (args) => {
  expect(await call(args)).toEqual({ code: 2, text: seedTexts.unknownOption });
});

test('a setting that does not fit is named', async () => {
  const { code, text } = await call([], { PORT: 'delapan' });
  expect(code).toBe(2);
  expect(text).toContain('PORT');
});

test('a database that has data is left alone', async () => {
  await addOrganisation(database.db);
  const env = { DATABASE_URL: database.url, MEJA_DATA_DIR: folder };
  expect(await call([], env)).toEqual({ code: 1, text: seedTexts.notEmpty });
});
