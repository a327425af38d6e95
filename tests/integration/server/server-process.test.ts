import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseSettings } from '#server/app/server-settings.ts';
import { startServer } from '#server/app/start-server.ts';
import { runCli } from '#server/app/run-cli.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { addOrganisation, addUsul, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import {
  testServerKey,
  makeTestDatabase,
  runStatement,
  tamper,
  type TestDatabase,
} from '#tests/support/database.ts';
import { until } from '#tests/support/until.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
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
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/app/main.ts', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      MEJA_DATA_DIR: folder,
      MEJA_SERVER_KEY: testServerKey,
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

async function endsCleanly({ child, text }: ReturnType<typeof launch>): Promise<void> {
  const [code] = await once(child, 'close');
  expect([code, text()]).toEqual([0, expect.stringContaining('Server sudah berhenti.')]);
}

/** Sends a request up to the middle of its body; the server has taken it in when this returns. */
async function beginRequest(port: number) {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (part: Buffer) => {
    received += part.toString('utf8');
  });
  // The server may cut it off.
  socket.on('error', () => undefined);
  const answer = once(socket, 'close').then(() =>
    received.replace(/^HTTP\/1\.1 100[^]*?\r\n\r\n/, ''),
  );
  const head = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  socket.write(`${head}Content-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n`);
  await until(() => expect(received).toContain('100 Continue'));
  socket.write('{');
  return { finish: () => socket.write('}'), answer };
}

/** Runs a command in this process; it is never asked to stop. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const code = await runCli(args, {
    env: {
      DATABASE_URL: database.url,
      MEJA_DATA_DIR: folder,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'silent',
      ...env,
    },
    print: (line) => void lines.push(line),
    untilStopped: () => new Promise(() => {}),
  });
  return { code, text: lines.join('\n') };
}

describe('start', () => {
  test('serves until SIGINT, then ends cleanly; logs what was asked for, never whose data', async () => {
    const { child, text } = launch(['start'], { MEJA_LOG_LEVEL: 'debug' });
    await expect.poll(text, { timeout: 20_000 }).toContain('Server siap di');
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text())!;
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    // Whatever stands in an address or a body.
    const nip = '198406082011041978';
    const body = JSON.stringify({ username: nip, password: nip, device: { id: nip, name: nip } });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${nip}` };
    await fetch(`${url}/api/v1/changes?cursor=${nip}`, { headers });
    await fetch(`${url}/asn/${nip}?nama=${nip}`);
    await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body });
    await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body: `{${nip}` });
    child.kill('SIGINT');
    await endsCleanly({ child, text });
    await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow('fetch failed');
    expect(text()).toContain('/api/v1/changes');
    expect(text()).not.toContain(nip);
  });

  test('serves until SIGTERM, and lets a request that is under way end before it stops', async () => {
    const { child, text } = launch(['start']);
    await expect.poll(text, { timeout: 20_000 }).toContain('Server siap di');
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text())!;
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    const slow = await beginRequest(Number(new URL(url).port));
    child.kill('SIGTERM');
    await until(() => expect(text()).toContain('Server dihentikan'));
    slow.finish();
    expect(await slow.answer).toMatch(/^HTTP\/1\.1 400 /);
    await endsCleanly({ child, text });
    await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow('fetch failed');
  });

  test('does not wait for ever for a caller that never finishes', async () => {
    const settings = parseSettings({
      DATABASE_URL: database.url,
      MEJA_DATA_DIR: folder,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'silent',
      PORT: '0',
    });
    if (!settings.ok) throw new Error('The settings of the test do not parse.');
    const server = await startServer(settings.value, { graceMs: 50 });
    const stuck = await beginRequest(Number(new URL(server.url).port));
    await server.stop();
    expect(await stuck.answer).toBe('');
  });

  test('brings up a PostgreSQL of its own and takes it down again', async () => {
    const { child, text } = launch(['start'], { DATABASE_URL: '' });
    await expect.poll(text, { timeout: 40_000 }).toContain('Server siap di');
    child.kill('SIGINT');
    await endsCleanly({ child, text });
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

  test('a database in which the user may not make tables is said in a sentence', async () => {
    const strange = await makeTestDatabase({ empty: true });
    const role = `tamu_${randomUUID().replaceAll('-', '')}`;
    await runStatement(strange.url, `CREATE ROLE ${role} LOGIN PASSWORD 'rahasia'`);
    const url = new URL(strange.url);
    [url.username, url.password] = [role, 'rahasia'];
    const { code, text } = await run(['migrate'], { DATABASE_URL: url.href });
    await strange.drop();
    await runStatement(database.url, `DROP ROLE ${role}`);
    expect([code, text]).toEqual([1, expect.stringContaining('tidak boleh membuat tabel')]);
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

  test('verify-chain says that all is whole, or what is not, and where', async () => {
    const own = await makeTestDatabase();
    const env = { DATABASE_URL: own.url };
    expect(await run(['verify-chain'], env)).toMatchObject({ code: 0 });
    await addOrganisation(own.db);
    const documents = await openDocumentStore(path.join(folder, 'documents'));
    const account = await addVerifikator(own.db, 'dinas-a');
    for (let at = 0; at < 3; at += 1) {
      const payload = makeRefusal(await addUsul(own.db, documents, 'dinas-a'));
      await takeDecision(own.db, { account, payload, receivedAt: new Date() });
    }
    const whole = await run(['verify-chain'], env);
    expect(whole.code).toBe(0);
    expect(whole.text).toContain('Kabupaten Contoh: rantai keputusan utuh (3 keputusan).');
    expect(whole.text).toContain('Kementerian Contoh: rantai keputusan utuh (0 keputusan).');
    await tamper(own.url, 'DELETE FROM decision WHERE chain_seq = 2');
    const { code, text } = await run(['verify-chain'], env);
    await own.drop();
    expect(code).toBe(1);
    expect(text).toContain('Kabupaten Contoh: keputusan nomor 2 hilang.');
    expect(text).toContain('Kementerian Contoh: rantai keputusan utuh');
  });

  test('set-password reads what is piped in, and shows it nowhere', async () => {
    const { child, text } = launch(['set-password', 'tidak.ada']);
    child.stdin.end('lumut perahu kopi\n');
    expect((await once(child, 'close'))[0]).toBe(1);
    expect(text()).toContain('"tidak.ada" tidak ada');
    expect(text()).not.toContain('lumut');
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
