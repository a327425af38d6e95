import {
  fetchAgain,
  readDocumentRow,
  readDocumentBytes,
  waitForDocument,
} from '#renderer/data/documents/documents.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { documentSentences } from '#renderer/core/documents/document-sentences.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { LoadDocument } from '#renderer/core/documents/document-contract.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What reading a document needs. */
export interface DocumentPorts {
  readonly database: () => AccountDatabase | null;
  /** Asks the exchange to fetch this document before all others. */
  readonly wantDocument: (sha256: string) => void;
  /** How long to wait for a document on its way, in milliseconds; 0 while there is no connection. */
  readonly patienceMs: () => number;
  readonly onError: (cause: unknown) => void;
}

/** Builds the reader of documents: from this PC, waiting a little for one that is on its way. */
export function makeLoadDocument(ports: DocumentPorts): LoadDocument {
  return async (sha256) => {
    const database = ports.database();
    if (!database) return fail(sharedSentences.notSignedIn);
    try {
      return await load(database, sha256, ports);
    } catch (cause) {
      ports.onError(cause);
      return fail(documentSentences.documentUnreadable);
    }
  };
}

async function load(
  database: AccountDatabase,
  sha256: string,
  ports: DocumentPorts,
): ReturnType<LoadDocument> {
  const bytes = await readDocumentBytes(database, sha256);
  if (bytes) return succeed(bytes);
  let state = (await readDocumentRow(database, sha256))?.state;
  if (state === undefined) return fail(documentSentences.documentUnknown);
  // Listed as here but without bytes: the browser dropped them.
  if (state === 'ada') await fetchAgain(database, sha256);
  ports.wantDocument(sha256);
  const patience = ports.patienceMs();
  if (patience > 0) state = await waitForDocument(database, sha256, patience);
  const arrived = await readDocumentBytes(database, sha256);
  if (arrived) return succeed(arrived);
  if (state === 'hilang') return fail(documentSentences.documentGone);
  if (state === 'rusak') return fail(documentSentences.documentDamaged);
  return fail(documentSentences.documentNotHere);
}
