import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meja-app-'));
  await mkdir(path.join(folder, 'assets'));
  await mkdir(path.join(folder, 'pdfjs'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Meja</title>');
  await writeFile(path.join(folder, 'sw.js'), '');
  await writeFile(path.join(folder, '.env'), 'RAHASIA=1');
  await mkdir(`${folder}-lain`);
  await writeFile(path.join(`${folder}-lain`, 'rahasia.txt'), 'isi rahasia');
  await writeFile(path.join(folder, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(path.join(folder, 'pdfjs', 'openjpeg.wasm'), '');
  await writeFile(path.join(folder, 'pdfjs', 'pdf.worker.mjs'), '');
  server = await startTestServer({ appDir: folder });
});
afterAll(async () => {
  await server.stop();
  for (const each of [folder, `${folder}-lain`]) await rm(each, { recursive: true, force: true });
});

/** Headers under which nothing can be run, framed or mistaken for a page. */
const barred = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const get = (file: string) => fetch(server.url + file);

test('the page is served at / under a strict policy', async () => {
  const answer = await get('/');
  expect(await answer.text()).toContain('Meja');
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types meja");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  ['/', 'text/html', 'no-cache'],
  ['/sw.js', 'text/javascript', 'no-cache'],
  ['/assets/index-abc123.js', 'text/javascript', 'public, max-age=31536000, immutable'],
  ['/pdfjs/openjpeg.wasm', 'application/wasm', 'no-cache'],
  ['/pdfjs/pdf.worker.mjs', 'text/javascript', 'no-cache'],
])('%s is %s, kept: %s', async (file, mediaType, caching) => {
  const answer = await get(file);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(mediaType);
  expect(answer.headers.get('cache-control')).toBe(caching);
  // Workers take their policy from their own answer.
  expect(answer.headers.get('content-security-policy')).toContain('trusted-types meja');
});

test.each([
  '/tidak-ada.js',
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%5c..%5cetc%5cpasswd',
  '/%00',
  '/assets',
  '/assets/',
  '/.env',
  '/api/v1/x',
])('%s is nothing of ours, and says so in our shape under our headers', async (file) => {
  const answer = await get(file);
  expect([400, 403, 404]).toContain(answer.status);
  expect(Object.fromEntries(answer.headers)).toMatchObject(barred);
  apiErrorBodySchema.parse(await answer.json());
});

test('a sibling folder whose name begins the same is out of reach', async () => {
  const sibling = `${path.basename(folder)}-lain`;
  const answer = await getRaw(`/../${sibling}/rahasia.txt`);
  expect(answer).not.toContain('isi rahasia');
  expect(answer).toMatch(/^HTTP\/1\.1 40[034] /);
});

test('a page that the browser has already is confirmed under the same policy', async () => {
  const first = await get('/');
  const answer = await getRaw('/', `If-None-Match: ${first.headers.get('etag')!}\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 304 /);
  for (const name of ['content-security-policy', 'x-content-type-options', 'cache-control']) {
    expect(answer).toContain(`${name}: ${first.headers.get(name)}\r\n`);
  }
});

test('the health of the server is answered under the headers of the API', async () => {
  const answer = await get('/api/v1/health');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...barred,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
});

/** Sends path and headers as they are; `fetch` would tidy the one up and add to the others. */
async function getRaw(pathname: string, headers = ''): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (part: Buffer) => {
    received += part.toString('utf8');
  });
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);
  await once(socket, 'close');
  return received;
}
