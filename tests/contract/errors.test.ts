import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeApiError, httpStatusOf } from '#shared/contract/error-messages.ts';
import { apiErrorBodySchema, apiErrorKinds, apiErrorSchema } from '#shared/contract/api-error.ts';
import { appVersionHeader } from '#shared/contract/api.ts';
import { commandResultsSchema } from '#shared/contract/commands.ts';
import { addOrganisation, addUsul, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import {
  postJson,
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
let client: TestClient;

beforeAll(async () => {
  server = await startTestServer({
    policy: {
      minimumAppVersion: '0.2.0',
      offlineUnlockDays: 14,
      lockAfterMinutes: 15,
      markFoundAllowed: true,
    },
  });
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  client = await signIn(server, 'verifikator-dinas-a');
});
afterAll(() => server.stop());

async function errorOf(answer: Response) {
  expect(answer.headers.get('content-type')).toContain('application/json');
  const { error } = apiErrorBodySchema.strict().parse(await answer.json());
  return { status: answer.status, kind: error.kind };
}

test.each(apiErrorKinds)('%s has a status, a sentence and what to do', (kind) => {
  const error = apiErrorSchema.parse(makeApiError(kind));
  expect(httpStatusOf(kind)).toBeGreaterThanOrEqual(400);
  expect(error.message).toMatch(/^[A-Z].*\.$/);
  expect(error.action).toMatch(/^[A-Z].*\.$/);
});

describe('one shape for everything that goes wrong', () => {
  test('an address that does not exist', async () => {
    for (const path of ['/api/v1/tidak-ada', '/tidak-ada', '/%ff', '/api/v1/documents/%']) {
      const { status, kind } = await errorOf(await fetch(server.url + path));
      expect([400, 404]).toContain(status);
      expect(['tidak_ditemukan', 'tidak_sah']).toContain(kind);
    }
    const wrongMethod = await fetch(`${server.url}/api/v1/health`, { method: 'DELETE' });
    expect(await errorOf(wrongMethod)).toEqual({ status: 404, kind: 'tidak_ditemukan' });
  });

  test('what is no HTTP', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write('halo\r\n\r\n');
    const [part] = z.tuple([z.instanceof(Buffer)]).parse(await once(socket, 'data'));
    socket.destroy();
    const [head, body] = part.toString('utf8').split('\r\n\r\n');
    expect(head).toContain('HTTP/1.1 400');
    expect(apiErrorBodySchema.parse(JSON.parse(body!)).error.kind).toBe('tidak_sah');
  });

  test.each([
    ['not JSON', '{"username":'],
    ['nothing', ''],
    ['another shape', '{"username":7}'],
    ['a list', '[]'],
    ['a poisoned prototype', '{"__proto__":{"username":"x"}}'],
  ])('a body that is %s', async (_name, body) => {
    const answer = await fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await errorOf(answer)).toEqual({ status: 400, kind: 'tidak_sah' });
  });

  test('a body of another media type', async () => {
    const answer = await fetch(`${server.url}/api/v1/session`, { method: 'POST', body: 'x' });
    expect(await errorOf(answer)).toEqual({ status: 400, kind: 'tidak_sah' });
  });

  test('text that the database cannot keep', async () => {
    const device = { id: randomUUID(), name: 'PC' };
    const body = { username: 'a\u0000b', password: 'x', device };
    const answer = await postJson(server, '/api/v1/session', body);
    expect(await errorOf(answer)).toEqual({ status: 400, kind: 'tidak_sah' });
  });

  test('a body that is too large', async () => {
    const body = JSON.stringify({ decisions: [], filler: 'x'.repeat(5_000_000) });
    const answer = await client.fetch('/api/v1/decisions', { method: 'POST', body });
    expect(await errorOf(answer)).toEqual({ status: 413, kind: 'terlalu_besar' });
  });

  test('a body that is too large for somebody who is not signed in', async () => {
    const answer = await postJson(server, '/api/v1/session', { filler: 'x'.repeat(20_000) });
    expect(await errorOf(answer)).toEqual({ status: 413, kind: 'terlalu_besar' });
  });

  test.each(['limit=0', 'limit=501', 'limit=x', `cursor=${'1'.repeat(200)}`])(
    'a query like %s',
    async (query) => {
      const answer = await client.fetch(`/api/v1/changes?${query}`);
      expect(await errorOf(answer)).toEqual({ status: 400, kind: 'tidak_sah' });
    },
  );

  test('a cursor of another database', async () => {
    const cursor = `${'0'.repeat(32)}.5`;
    const answer = await client.fetch(`/api/v1/changes?cursor=${cursor}`);
    expect(await errorOf(answer)).toEqual({ status: 410, kind: 'perlu_sinkron_ulang' });
  });

  test('a bug or an outage, without a word about its inside', async () => {
    const own = await startTestServer();
    await addOrganisation(own.db);
    await addVerifikator(own.db, 'dinas-a');
    const signedIn = await signIn(own, 'verifikator-dinas-a');
    await own.db.schema.alterTable('feed_entry').renameTo('feed_entry_x').execute();
    const answer = await signedIn.fetch('/api/v1/changes');
    const text = await answer.clone().text();
    expect(await errorOf(answer)).toEqual({ status: 500, kind: 'gangguan_server' });
    expect(text).not.toMatch(/feed_entry|relation|SELECT/i);
    await own.stop();
  });
});

describe('an old application', () => {
  test('gets no changes any more', async () => {
    const old = await client.fetch('/api/v1/changes', { headers: { [appVersionHeader]: '0.1.9' } });
    expect(await errorOf(old)).toEqual({ status: 426, kind: 'aplikasi_usang' });
    const headers = { [appVersionHeader]: '0.2.0' };
    expect((await client.fetch('/api/v1/changes', { headers })).status).toBe(200);
  });

  test('may still deliver what was decided', async () => {
    const usul = await addUsul(server.db, server.documents, 'dinas-a');
    const answer = await client.fetch('/api/v1/decisions', {
      method: 'POST',
      headers: { [appVersionHeader]: '0.1.9' },
      body: JSON.stringify({ decisions: [makeRefusal(usul)] }),
    });
    const { results } = commandResultsSchema.parse(await answer.json());
    expect(results).toMatchObject([{ kind: 'diterima' }]);
  });
});

async function allowedOrigin(origin: string): Promise<string | null> {
  const answer = await fetch(`${server.url}/api/v1/health`, { headers: { origin } });
  return answer.headers.get('access-control-allow-origin');
}

describe('browsers', () => {
  test('only known origins may read answers', async () => {
    expect(await allowedOrigin('app://bundle')).toBe('app://bundle');
    expect(await allowedOrigin('https://jahat.example')).toBeNull();
  });

  test('answers are compressed and kept by nobody', async () => {
    for (let at = 0; at < 5; at += 1) await addUsul(server.db, server.documents, 'dinas-a');
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await client.fetch('/api/v1/changes', { headers });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
