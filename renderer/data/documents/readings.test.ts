import { expect, test } from 'vitest';
import { evictUnreferenced } from '#renderer/data/documents/documents.ts';
import { eraseAccount } from '#renderer/data/keyring/erase-account.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { readFingerprints } from '#renderer/data/documents/fingerprints.ts';
import { pruneLeftovers } from '#renderer/data/account/prune-leftovers.ts';
import {
  listRead,
  readReading,
  storeReading,
  type StoredReadingContent,
} from '#renderer/data/documents/readings.ts';
import { startOver } from '#renderer/data/feed/start-over.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { wholeDocument } from '#renderer/data/schema/stored-rows.ts';
import {
  mostAttempts,
  type DocumentReading,
  type FailedPage,
} from '#renderer/evidence/matching/document-reading.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { pageWith } from '#tests/support/desk/fake-evidence.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { storedText } from '#tests/support/desk/stored-text.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';

const at = new Date('2026-11-22T03:00:00.000Z');
const sha = (n: number): string => sampleDocument(`usul ${n}`).sha256;
const words = Array.from({ length: 60 }, (_, n) => `Kepegawaian${n}`);

function reading(n: number, change: Partial<DocumentReading> = {}): DocumentReading {
  return {
    sha256: sha(n),
    engine: 'mesin-1',
    pageCount: 1,
    failure: null,
    pages: [pageWith(words)],
    ...change,
  };
}

function keep(database: AccountDatabase, one: StoredReadingContent): Promise<void> {
  return storeReading(database, one, fingerprintOf(one.reading));
}

const content = (read: DocumentReading) => ({ reading: read, soughtValues: ['nama Siti Contoh'] });

async function filled(): Promise<AccountDatabase> {
  const database = makeTestDatabase();
  const changes = [1, 2].map((n) => ({ kind: 'usul' as const, seq: n, usul: sampleUsul(n) }));
  const page = { changes, cursor: 'c', remaining: 0, serverTime: at.toISOString() };
  await applyChanges(database, page, undefined, localDateOf(at));
  return database;
}

async function whatIsLeft(database: AccountDatabase): Promise<unknown> {
  const { readings, fingerprints } = database;
  return [await readings.toCollection().primaryKeys(), await fingerprints.count()];
}

test('what was read comes back as it was, and lies sealed', async () => {
  const database = await filled();
  await keep(database, content(reading(1)));
  expect(await readReading(database, sha(1), 'mesin-1')).toEqual(content(reading(1)));
  expect(await readFingerprints(database, 'mesin-1', [sha(1), sha(2)])).toMatchObject([
    { sha256: sha(1) },
  ]);
  const text = await storedText(database);
  const secret = ['Kepegawaian', 'kepegawaian', 'gambar', 'Siti Contoh'];
  expect(secret.filter((one) => text.includes(one))).toEqual([]);
});

test('another engine reads again, and takes the place of what was read before', async () => {
  const database = await filled();
  await keep(database, content(reading(1)));
  expect(await readReading(database, sha(1), 'mesin-2')).toBeUndefined();
  await keep(database, content(reading(1, { engine: 'mesin-2' })));
  expect(await readReading(database, sha(1), 'mesin-1')).toBeUndefined();
  expect(await readReading(database, sha(1), 'mesin-2')).toBeDefined();
  expect(await database.readings.count()).toBe(1);
});

test('counts what was read far enough, or cannot be read at all', async () => {
  const database = await filled();
  await keep(database, content(reading(1, { pageCount: 40 })));
  await keep(database, content(reading(2, { pageCount: null, failure: 'rusak', pages: [] })));
  expect(await listRead(database, 'mesin-1', 1)).toEqual(new Set([sha(1), sha(2)]));
  expect(await listRead(database, 'mesin-1', 2)).toEqual(new Set([sha(2)]));
  expect(await listRead(database, 'mesin-2', 1)).toEqual(new Set());
});

test('a page that took too long for a few times is done with, one that failed by chance is left to be read', async () => {
  const database = await filled();
  const pages = [1, 3, 4].map((page) => pageWith(words, page));
  const failed = (failure: FailedPage['failure']) => ({
    pageCount: 4,
    pages,
    failedPages: [{ page: 2, failure }],
  });
  await keep(database, content(reading(1, failed('terlalu_lama'))));
  await keep(database, content(reading(2, failed('gagal'))));
  expect(await listRead(database, 'mesin-1', 1)).toEqual(new Set([sha(1), sha(2)]));
  expect(await listRead(database, 'mesin-1', 2)).toEqual(new Set([sha(1)]));
  expect(await listRead(database, 'mesin-1', wholeDocument)).toEqual(new Set([sha(1)]));
  await keep(database, content(reading(1, { ...failed('terlalu_lama'), attempts: 1 })));
  await keep(database, content(reading(2, { ...failed('terlalu_lama'), attempts: mostAttempts })));
  expect(await listRead(database, 'mesin-1', 2)).toEqual(new Set([sha(2)]));
  await keep(database, content(reading(2, failed('gagal'))));
  // Both keep what was read, and what was not.
  expect(await readReading(database, sha(2), 'mesin-1')).toEqual(
    content(reading(2, failed('gagal'))),
  );
});

test.each([
  ['is moved to another row', (row: object) => ({ ...row, sha256: sha(2) }), sha(2)],
  ['is altered', (row: object) => ({ ...row, sealed: new Uint8Array(40) }), sha(1)],
  ['is of another shape', (row: object) => ({ ...row, reach: 'banyak' }), sha(1)],
])('a row that %s is dropped, noted, and read again', async (_, change, key) => {
  const database = await filled();
  await keep(database, content(reading(1)));
  const row: unknown = await database.readings.get(sha(1));
  if (typeof row !== 'object' || row === null) throw new Error('not stored');
  await database.readings.put(change(row));
  expect(await readReading(database, key, 'mesin-1')).toBeUndefined();
  expect(await database.readings.get(key)).toBeUndefined();
  expect(await database.audit.toArray()).toMatchObject([
    { event: 'baris_tak_terbaca', subject: `readings:${key}` },
  ]);
});

test('goes with its document, and never comes without one', async () => {
  const database = await filled();
  for (const n of [1, 2]) await keep(database, content(reading(n)));
  await database.usul.delete(sampleUsul(1).id);
  await evictUnreferenced(database, [sha(1), sha(2)]);
  expect(await whatIsLeft(database)).toEqual([[sha(2)], 1]);
  // Read while it went.
  await keep(database, content(reading(1)));
  expect(await whatIsLeft(database)).toEqual([[sha(2)], 1]);
  await database.documents.clear();
  await pruneLeftovers(database, at.getTime());
  expect(await whatIsLeft(database)).toEqual([[], 0]);
});

test('nothing is left of an account that was erased, or whose key was lost', async () => {
  for (const erase of [
    (database: AccountDatabase) => eraseAccount(database, 'all', new Set()),
    startOver,
  ]) {
    const database = await filled();
    await keep(database, content(reading(1)));
    await erase(database);
    expect(await whatIsLeft(database)).toEqual([[], 0]);
    // Read while the account was erased.
    await keep(database, content(reading(1)));
    expect(await whatIsLeft(database)).toEqual([[], 0]);
  }
});
