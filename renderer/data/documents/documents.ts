import { liveQuery } from 'dexie';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  documentBytesSchema,
  documentPartSchema,
  documentRowSchema,
  type DocumentRow,
} from '#renderer/data/schema/stored-rows.ts';
import { appendAudit } from '#renderer/data/account/account-audit.ts';
import { nextTouch } from '#renderer/data/rows/meta.ts';
import { recordRemoval } from '#renderer/data/feed/removals.ts';
import { parseRow, parseRows } from '#renderer/data/rows/set-aside.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/**
 * The row of a document that an usul with this deadline refers to: new, or moved forward by a more urgent deadline; the
 * same object when nothing changes.
 */
export function withDocument(
  known: DocumentRow | undefined,
  document: { readonly sha256: string; readonly size: number },
  deadline: LocalDate,
): DocumentRow {
  if (known) return known.deadline <= deadline ? known : { ...known, deadline };
  const { sha256, size } = document;
  return { sha256, size, deadline, touched: 0, state: 'perlu', attempts: 0, retryAt: 0 };
}

/** What this PC knows of a document. */
export async function readDocumentRow(
  database: AccountDatabase,
  sha256: string,
): Promise<DocumentRow | undefined> {
  const row = await database.documents.get(sha256);
  return parseRow(database, 'documents', documentRowSchema, row);
}

/** Documents in a state, the most urgent deadline first. */
export async function listDocuments(
  database: AccountDatabase,
  state: DocumentRow['state'],
  limit: number,
): Promise<DocumentRow[]> {
  const rows = await database.documents
    .where('[state+deadline]')
    .between([state, ''], [state, '\uffff'])
    .limit(limit)
    .toArray();
  return parseRows(database, 'documents', documentRowSchema, rows);
}

/** How much is here and how much is listed, in documents and bytes. */
export async function measureDocuments(database: AccountDatabase): Promise<{
  readonly doneDocuments: number;
  readonly totalDocuments: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
}> {
  const sum = { doneDocuments: 0, totalDocuments: 0, doneBytes: 0, totalBytes: 0 };
  for (const stored of await database.documents.toArray()) {
    const row = documentRowSchema.safeParse(stored);
    if (!row.success) continue;
    sum.totalDocuments += 1;
    sum.totalBytes += row.data.size;
    if (row.data.state !== 'ada') continue;
    sum.doneDocuments += 1;
    sum.doneBytes += row.data.size;
  }
  return sum;
}

/** Notes a failed fetch: `state` says what happened, `retryAt` (ms epoch) when to try again. */
export async function markDocument(
  database: AccountDatabase,
  sha256: string,
  change: Pick<DocumentRow, 'state' | 'retryAt'>,
): Promise<void> {
  const { documents, meta } = database;
  await database.transaction('rw', [documents, meta], async () => {
    const row = await readDocumentRow(database, sha256);
    if (row) await putDocument(database, { ...row, ...change, attempts: row.attempts + 1 });
  });
}

/** Stores bytes whose SHA-256 the caller has verified; forgets its parts. Nothing happens when no usul needs it now. */
export async function storeDocument(
  database: AccountDatabase,
  sha256: string,
  bytes: ArrayBuffer,
): Promise<void> {
  const { documents, documentBytes, documentParts, meta } = database;
  const sealed = await database.vault.sealBytes(bytesPlace(sha256), bytes);
  await database.transaction('rw', [documents, documentBytes, documentParts, meta], async () => {
    const row = await readDocumentRow(database, sha256);
    await documentParts.where('sha256').equals(sha256).delete();
    if (!row) return;
    await documentBytes.put({ sha256, sealed });
    await putDocument(database, { ...row, state: 'ada', retryAt: 0 });
  });
}

/** The verified bytes; undefined when they are not here. */
export async function readDocumentBytes(
  database: AccountDatabase,
  sha256: string,
): Promise<ArrayBuffer | undefined> {
  const row = documentBytesSchema.safeParse(await database.documentBytes.get(sha256));
  if (!row.success) return undefined;
  const bytes = await database.vault.openBytes(bytesPlace(sha256), row.data.sealed);
  if (bytes.ok) return bytes.value;
  // Not kept aside: the server has it, and its bytes are many.
  const subject = `documentBytes:${sha256}`;
  await appendAudit(database, { event: 'baris_tak_terbaca', at: new Date(), subject });
  await fetchAgain(database, sha256);
  return undefined;
}

/** Puts documents back on the list to fetch: those marked `ada` whose bytes turned out to be gone. */
export async function fetchAgain(database: AccountDatabase, sha256: string): Promise<void> {
  const { documents, documentBytes, meta } = database;
  await database.transaction('rw', [documents, documentBytes, meta], async () => {
    const row = await readDocumentRow(database, sha256);
    await documentBytes.delete(sha256);
    if (row) await putDocument(database, { ...row, state: 'perlu', retryAt: 0 });
  });
}

/** The pieces of a document that are here, by offset, without a hole: reading stops at the first gap or broken seal. */
export async function readParts(database: AccountDatabase, sha256: string): Promise<ArrayBuffer[]> {
  const stored = await database.documentParts.where('sha256').equals(sha256).sortBy('offset');
  const parts: ArrayBuffer[] = [];
  let end = 0;
  for (const row of stored) {
    const part = documentPartSchema.safeParse(row);
    if (!part.success || part.data.offset !== end) break;
    const bytes = await database.vault.openBytes(partPlace(sha256, end), part.data.sealed);
    if (!bytes.ok) break;
    parts.push(bytes.value);
    end += bytes.value.byteLength;
  }
  return parts;
}

/** Keeps a piece so that a lost connection costs one piece, not the document. */
export async function storePart(
  database: AccountDatabase,
  sha256: string,
  offset: number,
  bytes: ArrayBuffer,
): Promise<void> {
  const { documents, documentParts } = database;
  const sealed = await database.vault.sealBytes(partPlace(sha256, offset), bytes);
  await database.transaction('rw', [documents, documentParts], async () => {
    // Evicted while it came: nobody would ever remove the piece.
    if (!(await documents.get(sha256))) return;
    await documentParts.put({ sha256, offset, sealed });
  });
}

/** Throws away the pieces of a document. */
export async function forgetParts(database: AccountDatabase, sha256: string): Promise<void> {
  await database.documentParts.where('sha256').equals(sha256).delete();
}

const evictedAtOnce = 50;

/** Removes those of the documents that no usul and no undelivered decision refers to any more. */
export async function evictUnreferenced(
  database: AccountDatabase,
  candidates: Iterable<string>,
): Promise<void> {
  const { documents, documentBytes, documentParts, fingerprints, readings } = database;
  const { meta, outbox, parked, removals, usul } = database;
  const ofDocument = [documents, documentBytes, documentParts, fingerprints, readings];
  const tables = [...ofDocument, meta, outbox, parked, removals, usul];
  const all = [...candidates];
  // In portions: a rebuild may release thousands, and a decision must not wait until they are all gone.
  for (let from = 0; from < all.length; from += evictedAtOnce) {
    await database.transaction('rw', tables, async () => {
      for (const sha256 of all.slice(from, from + evictedAtOnce)) {
        const used =
          (await usul.where('shas').equals(sha256).count()) +
          (await parked.where('shas').equals(sha256).count()) +
          (await outbox.where('shas').equals(sha256).count());
        if (used > 0) continue;
        await documents.delete(sha256);
        await documentBytes.delete(sha256);
        await documentParts.where('sha256').equals(sha256).delete();
        await readings.delete(sha256);
        await fingerprints.delete(sha256);
        await recordRemoval(database, 'documents', sha256);
      }
    });
  }
}

/** Resolves with the document's state as soon as it is no longer on its way, or after `timeoutMs` with what it is. */
export async function waitForDocument(
  database: AccountDatabase,
  sha256: string,
  timeoutMs: number,
): Promise<DocumentRow['state'] | undefined> {
  return new Promise((resolve, reject) => {
    let last: DocumentRow['state'] | undefined;
    const stop = (): void => {
      clearTimeout(timer);
      subscription.unsubscribe();
      resolve(last);
    };
    const timer = setTimeout(stop, timeoutMs);
    const subscription = liveQuery(() => readDocumentRow(database, sha256)).subscribe({
      next: (row) => {
        last = row?.state;
        if (last !== 'perlu') queueMicrotask(stop);
      },
      error: (cause: unknown) => {
        clearTimeout(timer);
        subscription.unsubscribe();
        reject(cause);
      },
    });
  });
}

function bytesPlace(sha256: string): string {
  return `documentBytes:${sha256}`;
}

function partPlace(sha256: string, offset: number): string {
  return `documentParts:${sha256}:${offset}`;
}

async function putDocument(database: AccountDatabase, row: DocumentRow): Promise<void> {
  await database.documents.put({ ...row, touched: await nextTouch(database) });
}
