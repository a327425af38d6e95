import { appendAudit } from '#renderer/data/account/account-audit.ts';
import { sealFingerprint } from '#renderer/data/documents/fingerprints.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import {
  readingContentSchema,
  readingRowSchema,
  wholeDocument,
  type StoredReading,
} from '#renderer/data/schema/stored-rows.ts';
import { deflate, inflate } from '#renderer/data/sealing/deflate.ts';
import {
  isToTryAgain,
  type DocumentReading,
} from '#renderer/evidence/matching/document-reading.ts';
import type { TextFingerprint } from '#renderer/evidence/matching/document/text-fingerprint.ts';

/** What this PC read in a document, and the values that it looked for while it read. */
export interface StoredReadingContent {
  readonly reading: DocumentReading;
  readonly soughtValues: readonly string[];
}

/**
 * What `engine` read in a document; undefined when it has not. A row that cannot be read is dropped: it is read again.
 */
export async function readReading(
  database: AccountDatabase,
  sha256: string,
  engine: string,
): Promise<StoredReadingContent | undefined> {
  const stored: unknown = await database.readings.get(sha256);
  if (stored === undefined) return undefined;
  const row = readingRowSchema.safeParse(stored);
  if (row.success && row.data.engine !== engine) return undefined;
  const content = row.success ? await openReading(database, row.data) : null;
  if (content) return content;
  await dropUnreadable(database, sha256);
  return undefined;
}

/**
 * Keeps what was read and its fingerprint (null: it says too little), in place of what was read before. Nothing happens when no usul needs the document any more, or
 * the account was erased while it was read.
 */
export async function storeReading(
  database: AccountDatabase,
  content: StoredReadingContent,
  fingerprint: TextFingerprint | null,
): Promise<void> {
  const { sha256, engine } = content.reading;
  const bytes = await deflate(JSON.stringify(content));
  const sealed = await database.vault.sealBytes(readingPlace(sha256, engine), bytes);
  const print = fingerprint && (await sealFingerprint(database, engine, { sha256, fingerprint }));
  const { documents, fingerprints, readings } = database;
  await database.transaction('rw', [documents, fingerprints, readings], async () => {
    if ((await documents.where('sha256').equals(sha256).count()) === 0) return;
    const row: StoredReading = { sha256, engine, reach: reachOf(content.reading), sealed };
    await readings.put(row);
    await (print ? fingerprints.put(print) : fingerprints.delete(sha256));
  });
}

/** The documents that `engine` has read up to that page, or as a whole. Opens nothing. */
export async function listRead(
  database: AccountDatabase,
  engine: string,
  pages: number,
): Promise<ReadonlySet<string>> {
  const read = database.readings
    .where('[engine+reach]')
    .between([engine, pages], [engine, wholeDocument], true, true);
  return new Set(await read.primaryKeys());
}

/**
 * Up to which page a document was read; `wholeDocument` when nothing is left, or nothing can be read. A page that failed
 * for no reason of its own is left to be read, and one that took too long for a few times.
 */
export function reachOf(reading: DocumentReading): number {
  const { pageCount, failure, pages, failedPages = [] } = reading;
  const again = isToTryAgain(reading);
  if (failure === 'terlalu_lama' && again) return 0;
  if (failure !== null || pageCount === null) return wholeDocument;
  const done = new Set([...pages, ...failedPages].map(({ page }) => page));
  for (const one of failedPages) {
    const left = one.failure === 'gagal' || (one.failure === 'terlalu_lama' && again);
    if (left) done.delete(one.page);
  }
  let reach = 0;
  while (done.has(reach + 1)) reach += 1;
  return reach >= pageCount ? wholeDocument : reach;
}

/** Forgets readings of documents that are not listed any more. */
export async function pruneReadings(database: AccountDatabase): Promise<void> {
  const { documents, fingerprints, readings } = database;
  await database.transaction('rw', [documents, fingerprints, readings], async () => {
    const listed = new Set(await documents.toCollection().primaryKeys());
    for (const table of [fingerprints, readings]) {
      const read = await table.toCollection().primaryKeys();
      await table.bulkDelete(read.filter((sha256) => !listed.has(sha256)));
    }
  });
}

async function openReading(
  database: AccountDatabase,
  { sha256, engine, sealed }: StoredReading,
): Promise<StoredReadingContent | null> {
  const bytes = await database.vault.openBytes(readingPlace(sha256, engine), sealed);
  if (!bytes.ok) return null;
  const content = readingContentSchema.safeParse(JSON.parse(await inflate(bytes.value)));
  return content.success ? content.data : null;
}

// Not kept aside: it can be read again, and it is large.
async function dropUnreadable(database: AccountDatabase, sha256: string): Promise<void> {
  const { audit, readings } = database;
  await database.transaction('rw', [audit, readings], async () => {
    await readings.delete(sha256);
    const subject = `readings:${sha256}`;
    await appendAudit(database, { event: 'baris_tak_terbaca', at: new Date(), subject });
  });
}

// The engine stands in it: a reading of another version cannot be passed off as this one's.
function readingPlace(sha256: string, engine: string): string {
  return `readings:${engine}:${sha256}`;
}
