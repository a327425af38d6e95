import { makeTestDatabase } from '#tests/support/desk/test-database.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { readDocumentRow, readDocumentBytes } from '#renderer/data/documents/documents.ts';
import { applyChanges } from '#renderer/data/feed/feed.ts';
import { writeSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { DocumentRow } from '#renderer/data/schema/stored-rows.ts';
import {
  fetchDocument,
  type FetchResult,
} from '#renderer/workers/sync/documents/fetch-document.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { Step } from '#renderer/workers/sync/sync-ports.ts';
import { fail } from '#shared/kernel/result.ts';
import { makeTurns } from '#tests/support/desk/fake-desk.ts';
import { makeFakeServer } from '#tests/support/desk/fake-server.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';

const document = sampleDocument('sebuah dokumen yang cukup panjang untuk beberapa potong');
const file = { documentId: 'd', fileName: 'a.pdf', sha256: document.sha256, size: document.size };
let database: AccountDatabase;

beforeEach(async () => {
  database = makeTestDatabase();
  const usul = sampleUsul(1, { documents: [file] });
  await applyChanges(
    database,
    {
      changes: [{ kind: 'usul', seq: 1, usul }],
      cursor: 'a',
      remaining: 0,
      serverTime: '2026-11-22T00:00:00.000Z',
    },
    undefined,
    localDateOf(new Date('2026-11-22T03:00:00.000Z')),
  );
  const tokens = { accessToken: 'a', refreshToken: 'r', accessExpiresAt: 1e15 };
  await writeSealedMeta(database, 'tokens', tokens);
});

async function row(): Promise<DocumentRow> {
  const found = await readDocumentRow(database, document.sha256);
  if (!found) throw new Error('The document is not listed.');
  return found;
}

async function fetchWith(api: ServerApi): Promise<Step<FetchResult>> {
  const ports = {
    accountId: 'a',
    deviceId: 'd',
    api,
    database,
    now: () => 1000,
    random: () => 0,
    isOnline: () => true,
    exclusively: makeTurns(),
  };
  return fetchDocument(ports, await row(), { pieceBytes: 10, onBytes: () => {} });
}

describe('fetching a document', () => {
  test('promise 6: is resumed by Range after a lost connection, with the piece that is missing', async () => {
    const { api } = makeFakeServer([], new Map([[document.sha256, document.bytes]]));
    const offsets: number[] = [];
    const flaky: ServerApi = {
      ...api,
      document: (token, request, onBytes) => {
        offsets.push(request.offset);
        return offsets.length === 3
          ? Promise.resolve(fail({ kind: 'tak_terjangkau' }))
          : api.document(token, request, onBytes);
      },
    };
    expect(await fetchWith(flaky)).toEqual({ ok: false, error: { kind: 'tak_terjangkau' } });
    expect(await readDocumentBytes(database, document.sha256)).toBeUndefined();
    expect(await fetchWith(flaky)).toEqual({ ok: true, value: 'ada' });
    expect(offsets.slice(0, 5)).toEqual([0, 10, 20, 20, 30]);
    const bytes = await readDocumentBytes(database, document.sha256);
    expect(new Uint8Array(bytes ?? new ArrayBuffer(0))).toEqual(new Uint8Array(document.bytes));
    expect(await database.documentParts.count()).toBe(0);
  });

  test('never stores bytes with another SHA-256, and begins anew later', async () => {
    const wrong = document.bytes.slice(0);
    new Uint8Array(wrong)[0] = 0;
    const { api } = makeFakeServer([], new Map([[document.sha256, wrong]]));
    expect(await fetchWith(api)).toEqual({ ok: true, value: 'gagal' });
    expect(await row()).toMatchObject({ state: 'rusak', attempts: 1, retryAt: 2000 });
    expect(await readDocumentBytes(database, document.sha256)).toBeUndefined();
    expect(await database.documentParts.count()).toBe(0);
  });

  test('notes a document that the server does not have, to ask again', async () => {
    const { api } = makeFakeServer([], new Map());
    expect(await fetchWith(api)).toEqual({ ok: true, value: 'gagal' });
    expect((await row()).state).toBe('hilang');
  });
});
