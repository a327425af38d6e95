import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import path from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSettings } from '#server/app/server-settings.ts';
import { projectRoot } from '#build/project-root.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const folder = path.join(projectRoot, 'tests/fixtures/tls');
const tls = { certFile: path.join(folder, 'cert.pem'), keyFile: path.join(folder, 'key.pem') };
const hsts = 'max-age=31536000; includeSubDomains';

let server: TestServer;
let ca: Buffer;

beforeAll(async () => {
  ca = await readFile(tls.certFile);
  server = await startTestServer({ tls });
});
afterAll(() => server.stop());

/** What an answer says of staying with TLS. */
async function hstsOf(at: TestServer, headers: Record<string, string>): Promise<string | null> {
  const answer = await fetch(`${at.url}/api/v1/health`, { headers });
  return answer.headers.get('strict-transport-security');
}

test('with a certificate of its own the server speaks TLS, and tells browsers to stay with it', async () => {
  expect(server.url).toMatch(/^https:/);
  const headers = await new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/v1/health`, { ca }, (answer) => {
      answer.resume();
      resolve(answer.headers);
    });
    asked.on('error', reject).end();
  });
  expect(headers).toMatchObject({
    'strict-transport-security': hsts,
    'permissions-policy': expect.stringContaining('camera=(), '),
  });
});

test('nothing older than TLS 1.2 is spoken', async () => {
  const { port } = new URL(server.url);
  const socket = connectTls({ port: Number(port), ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
  await expect(
    new Promise((resolve, reject) => {
      socket.on('secureConnect', resolve).on('error', reject);
    }),
  ).rejects.toThrow(/protocol|version/i);
  socket.destroy();
});

test('behind a proxy that is named its word counts; nobody else makes an answer look safe', async () => {
  const named = await startTestServer({ trustProxy: ['127.0.0.1'] });
  const other = await startTestServer({ trustProxy: ['203.0.113.4'] });
  try {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    expect(await hstsOf(named, headers)).toBe(hsts);
    expect(await hstsOf(named, {})).toBeNull();
    expect(await hstsOf(other, headers)).toBeNull();
  } finally {
    await named.stop();
    await other.stop();
  }
});

test('a certificate that cannot be used is said in a sentence', async () => {
  const wrong = { certFile: tls.keyFile, keyFile: tls.certFile };
  await expect(startTestServer({ tls: wrong })).rejects.toThrow(/^Sertifikat .*sepasang\.$/);
  expect(parseSettings({ MEJA_TLS_CERT: 'a.pem' })).toEqual({
    ok: false,
    error: { variables: ['MEJA_TLS_KEY'] },
  });
});
