import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, type Identify, type Requester } from '#server/http/authentication.ts';
import { addressOf, limitCalls, type CallLimits } from '#server/http/call-limit.ts';
import { sendError } from '#server/http/errors.ts';
import type { ApiRoute } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';

/** What requests are let in by. */
export interface AdmissionParts {
  readonly app: FastifyInstance;
  readonly identify: Identify;
  readonly limits: CallLimits;
}

/** Lets a request in to its body and handler, or answers it. */
export type Admission = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply | undefined>;

/**
 * What is asked of every request before its body is read, the cheapest first: nothing compressed, not too many calls from
 * this address, a session whose role may call, not too many calls of that account. Who was let in is kept in `requesters`.
 */
export function makeAdmission(
  { app, identify, limits }: AdmissionParts,
  route: ApiRoute,
  requesters: WeakMap<FastifyRequest, Requester>,
): Admission {
  const { perAccount, pcsPerAddress } = limits;
  const max = perAccount[route.pace];
  const fromAddress = limitCalls(app, {
    max: max * pcsPerAddress,
    minutes: 1,
    keyOf: addressOf,
  });
  const ofAccount = limitCalls(app, {
    max,
    minutes: 1,
    keyOf: (request) => requesters.get(request)?.account.id ?? '',
  });
  return async (request, reply) => {
    if (await fromAddress(request, reply)) return sendError(reply, makeApiError('terlalu_sering'));
    if (isEncoded(request)) {
      return sendError(reply, makeApiError('tidak_sah', { message: specificMessages.encoded }));
    }
    if (route.access === 'public') return undefined;
    const requester = await authenticate(request, route, identify);
    if (!requester.ok) return sendError(reply, requester.error);
    requesters.set(request, requester.value);
    if (await ofAccount(request, reply)) return sendError(reply, makeApiError('terlalu_sering'));
    return undefined;
  };
}

/** Whether the body would have to be unpacked first: a few bytes may then be very many. */
function isEncoded({ headers }: FastifyRequest): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return encoding !== '' && encoding !== 'identity';
}
