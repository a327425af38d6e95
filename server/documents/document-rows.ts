import { inChunks } from '#server/store/chunks.ts';
import type { Db, Tx } from '#server/store/database.ts';

/**
 * Records documents that are in the document store; ones already known are left as they are. Size in bytes. `pageCount`:
 * by whoever made the file; any other file is counted by the server (`countPages`).
 */
export async function recordDocuments(
  db: Db | Tx,
  documents: readonly {
    readonly sha256: string;
    readonly size: number;
    readonly pageCount?: number;
  }[],
): Promise<void> {
  for (const chunk of inChunks(documents)) {
    const rows = chunk.map(({ sha256, size, pageCount }) => ({
      sha256,
      size,
      media_type: 'application/pdf',
      ...(pageCount !== undefined && { page_count: pageCount, counted_at: new Date() }),
    }));
    await db
      .insertInto('document')
      .values(rows)
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
  }
}

/** Whether a document belongs to an usul (any revision) that lies in this queue. */
export async function isDocumentInQueue(
  db: Db,
  sha256: string,
  queueKey: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('document_home')
    .innerJoin('usul_document', (join) =>
      join
        .onRef('usul_document.home_id', '=', 'document_home.home_id')
        .onRef('usul_document.sha256', '=', 'document_home.sha256'),
    )
    .innerJoin('feed_entry', 'feed_entry.usul_id', 'usul_document.usul_id')
    .select('usul_document.usul_id')
    .where('document_home.sha256', '=', sha256)
    .where('feed_entry.queue_key', '=', queueKey)
    .where('feed_entry.present', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
