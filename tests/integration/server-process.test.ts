import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '#server/cli/run-cli.ts';
import { makeTestDatabase, runStatement, type TestDatabase } from '#tests/support/database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let database: TestDatabase;
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  database = await makeTestDatabase({ empty: true });
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meja-cli-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      MEJA_DATA_DIR: folder,
      MEJA_LOG_LEVEL: 'error',
      PORT: '0',
      ...env,
    },
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString('utf8');
    });
  }
  return { child, text: () => output };
}

/** Runs a command in this process; it is never asked to stop. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const code = await runCli(args, {
    env: { DATABASE_URL: database.url, MEJA_DATA_DIR: folder, MEJA_LOG_LEVEL: 'silent', ...env },
    print: (line) => void lines.push(line),
    untilStopped: () => new Promise(() => {}),
  });
  return { code, text: lines.join('\n') };
}

describe('start', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'serves until %s, then ends cleanly',
    async (signal) => {
      const { child, text } = launch(['start']);
      await expect.poll(text, { timeout: 20_000 }).toContain('Server siap di');
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text())!;
      expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
      child.kill(signal);
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
      expect(text()).toContain('Server sudah berhenti.');
      await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow('fetch failed');
    },
  );

  test('brings up a PostgreSQL of its own and takes it down again', async () => {
    const { child, text } = launch(['start'], { DATABASE_URL: '' });
    await expect.poll(text, { timeout: 40_000 }).toContain('Server siap di');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect([code, text()]).toEqual([0, expect.stringContaining('Server sudah berhenti.')]);
  });

  test('a port in use is said in a sentence', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, text } = await run(['start'], { PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(text).toMatch(new RegExp(`^Port ${port} sudah dipakai program lain\\..*$`));
  });

  test.each([
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://x:rahasia@127.0.0.1:1/x' },
      'tidak dapat dihubungi',
    ],
    ['an application that was not built', { MEJA_APP_DIR: '/tidak/ada' }, 'belum dibangun'],
    ['an address of another machine', { HOST: '192.0.2.1' }, 'bukan milik komputer ini'],
  ])('%s is said in a sentence', async (_name, env, sentence) => {
    const { code, text } = await run(['start'], env);
    expect(code).toBe(1);
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/rahasia|\n\s+at /);
  });

  test('a database of a newer server is left alone, and that is said in a sentence', async () => {
    const newer = await makeTestDatabase();
    await runStatement(newer.url, `INSERT INTO kysely_migration VALUES ('9999-kelak', now())`);
    const { code, text } = await run(['migrate'], { DATABASE_URL: newer.url });
    await newer.drop();
    expect([code, text]).toEqual([1, expect.stringContaining('versi server yang lebih baru')]);
  });

  test('a data folder that cannot be made is said in a sentence', async () => {
    const file = path.join(folder, 'berkas');
    await writeFile(file, '');
    const { code, text } = await run(['start'], { MEJA_DATA_DIR: path.join(file, 'data') });
    expect([code, text]).toEqual([1, expect.stringContaining('tidak dapat ditulis')]);
  });
});

describe('the command line', () => {
  test('migrate says what it did, and does it once', async () => {
    await run(['migrate']);
    expect(await run(['migrate'])).toEqual({ code: 0, text: 'Tabel sudah mutakhir.' });
  });

  test.each([
    [['--help'], {}, 0, 'Cara pakai'],
    [[], {}, 2, 'Perintah belum disebut'],
    [['terbang'], {}, 2, '"terbang" tidak dikenal'],
    [['start', '--cepat'], {}, 2, 'pilihan yang tidak dikenal'],
    [['start'], { PORT: 'banyak', MEJA_LOG_LEVEL: 'x' }, 2, 'PORT, MEJA_LOG_LEVEL'],
  ])('%j with %j', async (args, env, code, sentence) => {
    const result = await run(args, env);
    expect(result.code).toBe(code);
    expect(result.text).toContain(sentence);
  });
});
