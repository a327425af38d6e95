import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxDocumentBytes } from '#shared/records/rules/document-rules.ts';
import { moveUsul } from '#server/commands/move-usul.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  addDocument,
  addOrganisation,
  addUsul,
  addVerifikator,
  makePdf,
} from '#tests/support/builders.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

let server: TestServer;
let client: TestClient;
let usul: Usul;
let sha256: string;
const text = 'dokumen uji';
const bytes = makePdf(text);

beforeAll(async () => {
  server = await startTestServer();
  await addOrganisation(server.db);
  await addVerifikator(server.db, 'dinas-a');
  await addVerifikator(server.db, 'dinas-b');
  client = await signIn(server, 'verifikator-dinas-a');
  const document = await addDocument(server.db, server.documents, text);
  usul = await addUsul(server.db, server.documents, 'dinas-a', { documents: [document] });
  sha256 = usul.documents[0]!.sha256;
});
afterAll(() => server.stop());

const get = (sha: string, headers: Record<string, string> = {}, by = client) =>
  by.fetch(`/api/v1/documents/${sha}`, { headers });

async function bodyOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

describe('a document', () => {
  test('comes whole, named by its hash, uncompressed and not kept by browsers', async () => {
    const answer = await get(sha256, { 'accept-encoding': 'gzip, br' });
    expect(answer.status).toBe(200);
    expect(await bodyOf(answer)).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      etag: `"${sha256}"`,
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  test('promise 6: a broken download is resumed by Range where it stopped, and the parts make the whole', async () => {
    const first = await get(sha256, { range: 'bytes=0-99' });
    const rest = await get(sha256, { range: 'bytes=100-' });
    expect([first.status, rest.status]).toEqual([206, 206]);
    expect(rest.headers.get('content-range')).toBe(`bytes 100-${bytes.length - 1}/${bytes.length}`);
    expect(Buffer.concat([await bodyOf(first), await bodyOf(rest)])).toEqual(bytes);
  });

  test('a range beyond the end is 416 with the size', async () => {
    const answer = await get(sha256, { range: `bytes=${bytes.length}-` });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(await answer.json()).toMatchObject({ error: { kind: 'rentang_tidak_sah' } });
  });

  test.each([
    ['bytes=-10', 206, 10],
    [`bytes=-${10 ** 9}`, 206, bytes.length],
    ['bytes=0-0', 206, 1],
    [`bytes=5-${10 ** 12}`, 206, bytes.length - 5],
    ['bytes=0-1,4-5', 200, bytes.length],
    ['bytes=9-2', 200, bytes.length],
    ['halaman=1-2', 200, bytes.length],
  ])('range %s is answered %i with %i bytes', async (range, status, count) => {
    const answer = await get(sha256, { range });
    expect([answer.status, (await bodyOf(answer)).length]).toEqual([status, count]);
  });

  test('a part of another version is not a part of this one: it comes whole', async () => {
    const own = await get(sha256, { range: 'bytes=5-', 'if-range': `"${sha256}"` });
    const other = await get(sha256, { range: 'bytes=5-', 'if-range': `"${'0'.repeat(64)}"` });
    expect([own.status, other.status]).toEqual([206, 200]);
  });

  test('is there only for those whose scope has its usul', async () => {
    const other = await signIn(server, 'verifikator-dinas-b');
    expect((await get(sha256, {}, other)).status).toBe(404);
    expect((await get('0'.repeat(64))).status).toBe(404);
    const orphan = await addDocument(server.db, server.documents);
    expect((await get(orphan.sha256)).status).toBe(404);
  });

  test('leaves the scope together with its usul', async () => {
    const moved = await addUsul(server.db, server.documents, 'dinas-a');
    const target = { opdId: 'dinas-b', unorId: 'unor-dinas-b' };
    const sha = moved.documents[0]!.sha256;
    expect((await get(sha)).status).toBe(200);
    await server.db.transaction().execute((tx) => moveUsul(tx, moved.id, target));
    expect((await get(sha)).status).toBe(404);
    const other = await signIn(server, 'verifikator-dinas-b');
    expect((await get(sha, {}, other)).status).toBe(200);
  });

  test.each(['..%2f..%2fpostgres.json', 'A'.repeat(64), 'x'])(
    '%s is no name of one',
    async (name) => {
      expect((await get(name)).status).toBe(400);
    },
  );
});

describe('a damaged file', () => {
  test('is never served as good: neither whole nor in part; the audit notes it', async () => {
    const own = await addUsul(server.db, server.documents, 'dinas-a');
    const sha = own.documents[0]!.sha256;
    const file = path.join(server.documentFolder, sha.slice(0, 2), sha.slice(2, 4), sha);
    await writeFile(file, Buffer.concat([makePdf('lain'), Buffer.from('x')]));
    for (const headers of [{}, { range: 'bytes=0-9' }]) {
      const answer = await get(sha, headers);
      expect(answer.status).toBe(500);
      expect(await answer.json()).toMatchObject({ error: { kind: 'gangguan_server' } });
    }
    const audit = await server.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'dokumen_rusak')
      .execute();
    expect(audit.map((entry) => entry.details)).toEqual([
      { sha256: sha, kind: 'rusak' },
      { sha256: sha, kind: 'rusak' },
    ]);
  });

  test('is repaired when the same document comes in again', async () => {
    const document = await addDocument(server.db, server.documents, 'diperbaiki');
    const sha = document.sha256;
    const file = path.join(server.documentFolder, sha.slice(0, 2), sha.slice(2, 4), sha);
    await writeFile(file, 'rusak');
    expect((await server.documents.read(sha)).ok).toBe(false);
    await addDocument(server.db, server.documents, 'diperbaiki');
    expect(await server.documents.read(sha)).toEqual({ ok: true, value: makePdf('diperbaiki') });
  });
});

describe('what comes in', () => {
  test('the same bytes, also at the same moment, are one file, and nothing half-written stays', async () => {
    const same = makePdf('sama');
    const puts = await Promise.all(Array.from({ length: 8 }, () => server.documents.put(same)));
    const hashes = puts.map((put) => (put.ok ? put.value.sha256 : put.error.kind));
    expect(new Set(hashes).size).toBe(1);
    const sha = hashes[0]!;
    const files = await readdir(path.join(server.documentFolder, sha.slice(0, 2), sha.slice(2, 4)));
    expect(files).toEqual([sha]);
    expect(await readdir(path.join(server.documentFolder, 'masuk'))).toEqual([]);
  });

  test('at most 1,048,576 bytes', async () => {
    expect((await server.documents.put(Buffer.alloc(maxDocumentBytes))).ok).toBe(true);
    expect(await server.documents.put(Buffer.alloc(maxDocumentBytes + 1))).toEqual({
      ok: false,
      error: { kind: 'terlalu_besar', limit: 1_048_576 },
    });
  });

  test('must have the hash that was announced', async () => {
    const put = await server.documents.put(makePdf('a'), '0'.repeat(64));
    expect(put).toEqual({ ok: false, error: { kind: 'sidik_berbeda' } });
  });
});
