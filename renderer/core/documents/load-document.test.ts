import { beforeEach, expect, test } from 'vitest';
import { makeFailingDisk } from '#tests/support/desk/failing-disk.ts';
import { sampleDocument } from '#tests/support/desk/sample-usul.ts';
import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import {
  markDocument,
  readDocumentRow,
  storeDocument,
  withDocument,
} from '#renderer/data/documents/documents.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { makeLoadDocument } from '#renderer/core/documents/load-document.ts';
import type { LoadDocument } from '#renderer/core/documents/document-contract.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const { sha256, bytes } = sampleDocument('surat keputusan');

let database: AccountDatabase | null;
let patienceMs: number;
/** Documents asked of the exchange, and what it does when one is. */
let wanted: string[];
let onWanted: () => Promise<void>;
let failures: unknown[];
let loadDocument: LoadDocument;

beforeEach(() => {
  database = makeTestDatabase();
  patienceMs = 0;
  wanted = [];
  failures = [];
  onWanted = () => Promise.resolve();
  loadDocument = makeLoadDocument({
    database: () => database,
    wantDocument: (sha) => {
      wanted.push(sha);
      onWanted().catch((cause: unknown) => failures.push(cause));
    },
    patienceMs: () => patienceMs,
    onError: (cause) => failures.push(cause),
  });
});

async function listed(): Promise<AccountDatabase> {
  if (!database) throw new Error('Nobody sits here.');
  const document = { sha256, size: bytes.byteLength };
  await database.documents.put(
    withDocument(undefined, document, localDateSchema.parse('2026-12-01')),
  );
  return database;
}

test('what is on this PC is read from it, and nothing is asked', async () => {
  await storeDocument(await listed(), sha256, bytes);
  expect(await loadDocument(sha256)).toEqual({ ok: true, value: bytes });
  expect(wanted).toEqual([]);
});

test('what is on its way is asked for before all others, and waited for', async () => {
  const here = await listed();
  patienceMs = 60_000;
  onWanted = () => storeDocument(here, sha256, bytes);
  expect(await loadDocument(sha256)).toEqual({ ok: true, value: bytes });
  expect(wanted).toEqual([sha256]);
});

test('without a connection nobody waits', async () => {
  await listed();
  expect(await loadDocument(sha256)).toMatchObject({ ok: false });
  expect(wanted).toEqual([sha256]);
});

test.each(['hilang', 'rusak'] as const)('one that is %s is said to be so', async (state) => {
  const here = await listed();
  patienceMs = 60_000;
  onWanted = () => markDocument(here, sha256, { state, retryAt: 0 });
  const answer = await loadDocument(sha256);
  expect(answer).toMatchObject({ ok: false });
  expect(answer.ok ? '' : answer.error.kind).toContain(state);
});

test('bytes that the browser dropped are fetched again', async () => {
  const here = await listed();
  await storeDocument(here, sha256, bytes);
  await here.documentBytes.delete(sha256);
  expect(await loadDocument(sha256)).toMatchObject({ ok: false });
  expect(await readDocumentRow(here, sha256)).toMatchObject({ state: 'perlu' });
  expect(wanted).toEqual([sha256]);
});

test('one that no usul names is not asked for', async () => {
  expect(await loadDocument(sha256)).toMatchObject({ ok: false });
  expect(wanted).toEqual([]);
});

test('nothing is read where nobody sits', async () => {
  database = null;
  expect(await loadDocument(sha256)).toMatchObject({ ok: false, error: { kind: 'belum_masuk' } });
});

test('a disk that fails is said', async () => {
  await listed();
  const disk = makeFailingDisk();
  try {
    disk.unreadable.add('documentBytes');
    expect(await loadDocument(sha256)).toMatchObject({ ok: false });
  } finally {
    disk.restore();
  }
  expect(failures).toHaveLength(1);
});
