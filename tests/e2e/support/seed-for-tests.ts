import type { DocumentStore } from '#server/documents/document-store.ts';
import type { Db } from '#server/store/database.ts';

/** Fills a database with the small demonstration data. */
export async function seedForTests(
  db: Db,
  documents: DocumentStore,
  folder: string,
): Promise<void> {
  void db;
  void documents;
  void folder;
}
