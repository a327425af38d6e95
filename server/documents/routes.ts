import type { IncomingHttpHeaders } from 'node:http';
import { parseRange } from '#server/documents/byte-range.ts';
import { isDocumentInQueue } from '#server/documents/document-rows.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import {
  registerRoute,
  type BinaryAnswer,
  type RouteContext,
} from '#server/http/register-route.ts';
import { writeAudit } from '#server/store/audit.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { queueKeyOf } from '#shared/workflow/queues.ts';

/** Bytes of a document of an usul in the account's queue, its hash checked anew; `Range` resumes a broken download. */
export function registerDocuments(context: RouteContext, documents: DocumentStore): void {
  const { db } = context.ports;
  registerRoute(context, apiRoutes.document, async ({ params, requester, request, reply }) => {
    const { account, deviceId } = requester;
    const { sha256 } = params;
    const queueKey = queueKeyOf(account.role, account.scope);
    const isInQueue = queueKey !== null && (await isDocumentInQueue(db, sha256, queueKey));
    if (!isInQueue) return fail(makeApiError('tidak_ditemukan'));
    const found = await documents.read(sha256);
    if (!found.ok) {
      const details = { sha256, kind: found.error.kind };
      request.log.error(details, 'document cannot be served');
      await writeAudit(db, { accountId: account.id, deviceId, action: 'dokumen_rusak', details });
      const { damagedDocument: message, damagedDocumentAction: action } = specificMessages;
      return fail(makeApiError('gangguan_server', { message, action }));
    }
    const answer = cut(found.value, sha256, request.headers);
    if (answer) return succeed(answer);
    void reply.header('content-range', `bytes */${found.value.byteLength}`);
    return fail(makeApiError('rentang_tidak_sah'));
  });
}

/** The part of the bytes that is asked for; undefined when there is no such part. */
function cut(
  bytes: Buffer,
  sha256: string,
  headers: IncomingHttpHeaders,
): BinaryAnswer | undefined {
  const etag = `"${sha256}"`;
  // A part is wanted of what was begun before; of anything else only the whole is of use (RFC 9110, 13.1.5).
  const isSame = (headers['if-range'] ?? etag) === etag;
  const range = parseRange(isSame ? headers.range : undefined, bytes.byteLength);
  if (range === 'unsatisfiable') return undefined;
  const shared = { 'accept-ranges': 'bytes', etag };
  const mediaType = 'application/pdf';
  if (range === 'whole') return { bytes, mediaType, status: 200, headers: shared };
  const contentRange = `bytes ${range.first}-${range.last}/${bytes.byteLength}`;
  return {
    bytes: bytes.subarray(range.first, range.last + 1),
    mediaType,
    status: 206,
    headers: { ...shared, 'content-range': contentRange },
  };
}
