import {
  fetchAgain,
  readDocumentRow,
  readDocumentBytes,
} from '#renderer/data/documents/documents.ts';
import {
  readReading,
  storeReading,
  type StoredReadingContent,
} from '#renderer/data/documents/readings.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { isReadFor, soughtValuesOf } from '#renderer/core/evidence/case-documents.ts';
import { isFull } from '#renderer/core/is-full.ts';
import type { EvidenceReader, ReadProgress } from '#renderer/workers/reading/client.ts';
import type { DocumentReading } from '#renderer/evidence/matching/document-reading.ts';
import type { TextFingerprint } from '#renderer/evidence/matching/document/text-fingerprint.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchingFault, type EvidenceMatcher } from '#renderer/workers/matching/client.ts';

/** A document that is to be read, for whom and how far. */
export interface Wanted {
  readonly sha256: string;
  readonly queries: readonly FieldQuery[];
  readonly pages: number;
  /** The person asked for it: what failed is tried once more, however often it was. */
  readonly again?: boolean;
}

/**
 * What came of it. `belum_ada`: its bytes are not on this PC; `tidak_ada`: and the server cannot give them; `batal`: given
 * up. `isDiskFull`: it was read, but the disk did not take it.
 */
export type ReadOutcome =
  | {
      readonly kind: 'read';
      readonly content: StoredReadingContent;
      /** Whether it was read now; it lay ready otherwise. */
      readonly fresh: boolean;
      /** Of what was read now; null where that says too little. */
      readonly fingerprint: TextFingerprint | null;
      readonly isDiskFull: boolean;
    }
  | { readonly kind: 'not_here_yet' | 'nothing' | 'cancelled' };

/** What reading a document needs. */
export interface ReadingPlace {
  readonly database: AccountDatabase;
  readonly reader: EvidenceReader;
  readonly matcher: Pick<EvidenceMatcher, 'fingerprintOf'>;
  readonly signal: AbortSignal;
  readonly onProgress: (to: ReadProgress) => void;
  readonly onError: (cause: unknown) => void;
}

/** Gives what was read in a document, reading what is missing of it, and keeps that on this PC. */
export async function readWanted(place: ReadingPlace, wanted: Wanted): Promise<ReadOutcome> {
  const { database, reader, matcher, signal } = place;
  const { sha256, queries, pages, again = false } = wanted;
  const stored = await readReading(database, sha256, reader.engine);
  if (stored && !again && isReadFor(stored, queries, pages)) {
    const before = { content: stored, fresh: false, fingerprint: null, isDiskFull: false };
    return { kind: 'read', ...before };
  }
  const bytes = await readDocumentBytes(database, sha256);
  if (!bytes) return { kind: await whyMissing(database, sha256) };
  if (signal.aborted) return { kind: 'cancelled' };
  const known = stored && again ? withoutFailures(stored.reading) : (stored?.reading ?? null);
  const order = { sha256, bytes, queries, known, pages };
  const reading = await reader.read(order, { signal, onProgress: place.onProgress });
  if (signal.aborted) return { kind: 'cancelled' };
  // Nobody gave it up: asked again it would do so again.
  if (!reading) return { kind: 'nothing' };
  const soughtValues = [...new Set([...(stored?.soughtValues ?? []), ...soughtValuesOf(queries)])];
  const content = { reading, soughtValues };
  const print = await matcher.fingerprintOf(reading, signal);
  if (signal.aborted) return { kind: 'cancelled' };
  if (!print.ok) {
    // Kept without it, another scan of the paper would never be known again: it is read once more another time.
    place.onError(matchingFault(print.error));
    return { kind: 'read', content, fresh: true, fingerprint: null, isDiskFull: false };
  }
  const fingerprint = print.value;
  const isDiskFull = !(await keep(database, content, fingerprint));
  return { kind: 'read', content, fresh: true, fingerprint, isDiskFull };
}

function withoutFailures(reading: DocumentReading): DocumentReading {
  const { failedPages: _, ...rest } = reading;
  return { ...rest, failure: null };
}

/** False when the disk is full: what was read is still good for this sitting. */
async function keep(
  database: AccountDatabase,
  content: StoredReadingContent,
  fingerprint: TextFingerprint | null,
): Promise<boolean> {
  // What went wrong by chance, and may go well another time, is not remembered.
  if (content.reading.failure === 'gagal') return true;
  try {
    await storeReading(database, content, fingerprint);
    return true;
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    return false;
  }
}

async function whyMissing(
  database: AccountDatabase,
  sha256: string,
): Promise<'not_here_yet' | 'nothing'> {
  const state = (await readDocumentRow(database, sha256))?.state;
  // Listed as here but without bytes: the browser dropped them.
  if (state === 'ada') await fetchAgain(database, sha256);
  return state === 'perlu' || state === 'ada' ? 'not_here_yet' : 'nothing';
}
