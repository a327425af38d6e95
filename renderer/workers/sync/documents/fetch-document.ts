import {
  forgetParts,
  markDocument,
  readParts,
  storeDocument,
  storePart,
} from '#renderer/data/documents/documents.ts';
import type { DocumentRow } from '#renderer/data/schema/stored-rows.ts';
import { backoffMs } from '#renderer/workers/sync/backoff.ts';
import { finalRefusal } from '#renderer/workers/sync/final-refusal.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts, Trouble } from '#renderer/workers/sync/sync-ports.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What became of a document: here, or (`gagal`) noted to be tried again later. */
export type FetchResult = 'ada' | 'gagal';

/** How a document is fetched; `pieceBytes` is what a lost connection costs at most. */
export interface FetchOptions {
  readonly pieceBytes: number;
  readonly onBytes: (count: number) => void;
}

/**
 * Fetches one document: the pieces that are missing, then its SHA-256; only bytes with the right one are stored. A
 * document that the server does not have, or whose bytes are wrong, is noted and tried again later. The step fails
 * only for troubles that concern all documents.
 */
export async function fetchDocument(
  ports: SyncPorts,
  row: DocumentRow,
  options: FetchOptions,
): Promise<Step<FetchResult>> {
  const { database, api } = ports;
  const { sha256, size } = row;
  const parts = await readParts(database, sha256);
  let offset = parts.reduce((sum, part) => sum + part.byteLength, 0);
  while (offset < size || parts.length === 0) {
    const request = { sha256, size, offset, length: options.pieceBytes };
    const answer = await withAccess(ports, (token) =>
      api.document(token, request, options.onBytes),
    );
    if (!answer.ok) {
      return giveUpOrFail(ports, row, answer.error);
    }
    const { bytes, whole } = answer.value;
    if (whole) parts.length = 0;
    parts.push(bytes);
    if (whole) break;
    await storePart(database, sha256, offset, bytes);
    offset += bytes.byteLength;
  }
  const joined = join(parts);
  if ((await sha256Of(joined)) !== sha256) return giveUp(ports, row, 'rusak');
  await storeDocument(database, sha256, joined);
  return succeed('ada');
}

/** SHA-256 as 64 lower-case hex digits. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function giveUpOrFail(
  ports: SyncPorts,
  row: DocumentRow,
  trouble: Trouble,
): Promise<Step<FetchResult>> {
  if (trouble.kind === 'bukan_jawaban') return giveUp(ports, row, 'rusak');
  if (trouble.kind !== 'server') return fail(trouble);
  if (finalRefusal(trouble)) return giveUp(ports, row, 'hilang');
  // The server's own fault may be about this file alone (damaged on its disk): the others must not wait for it.
  return trouble.status >= 500 ? putOff(ports, row, 'hilang') : fail(trouble);
}

async function giveUp(
  ports: SyncPorts,
  row: DocumentRow,
  state: 'hilang' | 'rusak',
): Promise<Step<FetchResult>> {
  await forgetParts(ports.database, row.sha256);
  return putOff(ports, row, state);
}

async function putOff(
  ports: SyncPorts,
  row: DocumentRow,
  state: 'hilang' | 'rusak',
): Promise<Step<FetchResult>> {
  const retryAt = ports.now() + backoffMs(row.attempts + 1, ports.random());
  await markDocument(ports.database, row.sha256, { state, retryAt });
  return succeed('gagal');
}

function join(parts: readonly ArrayBuffer[]): ArrayBuffer {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(new Uint8Array(part), offset);
    offset += part.byteLength;
  }
  return joined.buffer;
}
