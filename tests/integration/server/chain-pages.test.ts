import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToChain, readLinks, verifyChain } from '#server/commands/chain.ts';
import { openDocumentStore } from '#server/documents/document-store.ts';
import { inTransaction } from '#server/store/database.ts';
import { addOrganisation, addUsul, addVerifikator, makeRefusal } from '#tests/support/builders.ts';
import { makeTestDatabase, tamper, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
let folder: string;

const sha256 = 'a'.repeat(64);
const pagesSeen = Array.from({ length: 10_000 }, (_, at) => at + 1);
/** As large as a decision that a person could still make. */
const large = {
  evidence: Array.from({ length: 4 }, () => ({ sha256, pageCount: 10_000, pagesSeen })),
};
const count = 12;

beforeAll(async () => {
  database = await makeTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'meja-rantai-'));
  const documents = await openDocumentStore(folder);
  await addOrganisation(database.db);
  const { id: accountId } = await addVerifikator(database.db, 'dinas-a');
  const usul = await addUsul(database.db, documents, 'dinas-a');
  for (let made = 0; made < count; made += 1) {
    const payload = makeRefusal(usul, made < 6 ? large : {});
    const origin = { deviceId: null, sessionId: null, appVersion: null, decidedAt: null };
    const by = { instansiId: 'kab-a', accountId, appointmentId: accountId };
    const content = { ...by, receivedAt: new Date(), payload, ...origin };
    await inTransaction(database.db, (tx) => appendToChain(tx, content));
  }
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Numbers of the links of a page. */
function read(after: number, bytes: number): Promise<number[]> {
  return inTransaction(database.db, async (tx) => {
    const links = await readLinks(tx, 'kab-a', after, bytes);
    return links.map(({ chainSeq }) => chainSeq);
  });
}

test('a chain of large decisions is read again in pages of few, of small ones in pages of many', async () => {
  expect(await read(0, 1)).toEqual([1]);
  expect(await read(0, 300_000)).toEqual([1, 2]);
  expect(await read(6, 300_000)).toEqual([7, 8, 9, 10, 11, 12]);
  expect(await read(count, 1)).toEqual([]);
});

test('and is found whole, or not', async () => {
  expect(await verifyChain(database.db, 'kab-a')).toBeUndefined();
  await tamper(database.url, 'DELETE FROM decision WHERE chain_seq = 9');
  expect(await verifyChain(database.db, 'kab-a')).toEqual({ kind: 'hilang', chainSeq: 9 });
});
