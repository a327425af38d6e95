import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  await writeFile(path.join(folder, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(path.join(folder, 'pdfjs', 'openjpeg.wasm'), '');
  await writeFile(path.join(folder, 'pdfjs', 'pdf.worker.mjs'), '');
  server = await startTestServer({ appDir: folder });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

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

test.each(['/tidak-ada.js', '/..%2f..%2fetc/passwd', '/assets/', '/api/v1/x'])(
  '%s is nothing of ours',
  async (file) => {
    const answer = await get(file);
    expect([403, 404]).toContain(answer.status);
    apiErrorBodySchema.parse(await answer.json());
  },
);
