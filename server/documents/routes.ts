import type { IncomingHttpHeaders } from 'node:http';
import { validAppointments } from '#server/accounts/appointed-as.ts';
import { parseRange } from '#server/documents/byte-range.ts';
import { isDocumentInQueue } from '#server/documents/document-rows.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import {
  registerRoute,
  type BinaryAnswer,
  type RouteContext,
} from '#server/http/register-route.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { queueKeyOf } from '#shared/workflow/queues.ts';

/**
 * Bytes of a document of an usul in a queue of the account's (that of the session, or of another valid appointment of its: their
 * lists lie side by side on a PC), its hash checked anew; `Range` resumes a broken download.
 */
export function registerDocuments(context: RouteContext, documents: DocumentStore): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.document, async ({ params, requester, request, reply }) => {
    const { account, deviceId } = requester;
    const { sha256 } = params;
    const isTheirs =
      (await isInQueueOf(db, sha256, account)) ||
      (await isInOtherQueue(db, sha256, account, now()));
    if (!isTheirs) return fail(makeApiError('tidak_ditemukan'));
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

async function isInQueueOf(
  db: Db,
  sha256: string,
  { role, scope }: Pick<AppointedAccount, 'role' | 'scope'>,
): Promise<boolean> {
  const queueKey = queueKeyOf(role, scope);
  return queueKey !== null && (await isDocumentInQueue(db, sha256, queueKey));
}

async function isInOtherQueue(
  db: Db,
  sha256: string,
  { id, appointmentId }: AppointedAccount,
  now: Date,
): Promise<boolean> {
  for (const { account } of await validAppointments(db, id, now)) {
    if (account.appointmentId === appointmentId) continue;
    if (await isInQueueOf(db, sha256, account)) return true;
  }
  return false;
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
