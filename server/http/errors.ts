import type { Socket } from 'node:net';
import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify';
import { ServerBusy } from '#server/http/server-busy.ts';
import { isDatabaseAway } from '#server/store/database-away.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { makeApiError, specificMessages, httpStatusOf } from '#shared/contract/error-messages.ts';

/** Answers everything that goes wrong in the one shape of the contract. */
export function registerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendUnknownRoute(reply));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (isDatabaseAway(error) || error instanceof ServerBusy) return sendBusy(reply);
    if (status === 429) return sendError(reply, makeApiError('terlalu_sering'));
    if (status === 413) return sendError(reply, makeApiError('terlalu_besar'));
    if (status >= 400 && status < 500) {
      return sendError(reply, makeApiError('tidak_sah', { message: specificMessages.notJson }));
    }
    logUnexpected(request.log, error);
    return sendError(reply, makeApiError('gangguan_server'));
  });
}

/** Answers what Fastify refuses before it looks for a route (an address that cannot be decoded). */
export function answerFrameworkError(
  _error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendUnknownRoute(reply);
}

/** Answers what is no HTTP at all, or headers that are too large; there is no request to answer then. */
export function answerBrokenHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { notHttp: message } = specificMessages;
  const body = JSON.stringify({ error: makeApiError('tidak_sah', { message }) });
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function sendUnknownRoute(reply: FastifyReply): FastifyReply {
  const { unknownRoute: message, unknownRouteAction: action } = specificMessages;
  return sendError(reply, makeApiError('tidak_ditemukan', { message, action }));
}

/** Sends an error with the status of its kind. */
export function sendError(reply: FastifyReply, error: ApiError): FastifyReply {
  return reply.status(httpStatusOf(error.kind)).type('application/json').send({ error });
}

/** How long who met a busy server waits before the next try, in seconds; clients spread their own tries. */
const retryAfterSeconds = 5;

/**
 * Answers that the server cannot serve just now, and when to ask again. Of the kind that every client takes as a matter of
 * the server's, never of what it asked.
 */
export function sendBusy(reply: FastifyReply): FastifyReply {
  const { busy: message, busyAction: action } = specificMessages;
  return reply
    .status(503)
    .header('retry-after', retryAfterSeconds)
    .type('application/json')
    .send({ error: makeApiError('gangguan_server', { message, action }) });
}

/**
 * Logs a bug or an outage without personal data: PostgreSQL's messages and details quote values, so of its errors only
 * code and names are kept.
 */
export function logUnexpected(log: FastifyBaseLogger, error: unknown): void {
  if (!(error instanceof Error)) {
    log.error({ kind: typeof error }, 'unexpected failure');
    return;
  }
  const fields = ['code', 'table', 'constraint'].map((name) => [name, Reflect.get(error, name)]);
  const isFromDatabase = error.constructor.name === 'DatabaseError';
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  log.error(
    {
      name: error.constructor.name,
      ...Object.fromEntries(fields),
      message: isFromDatabase ? undefined : error.message,
      frames,
    },
    'unexpected failure',
  );
}
