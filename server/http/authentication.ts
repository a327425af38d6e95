import type { FastifyRequest } from 'fastify';
import type { AccessTokens } from '#server/session/access-tokens.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { AppPorts } from '#server/http/ports.ts';
import { findLiveSession, type LiveSession } from '#server/session/sessions.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { ApiRoute } from '#shared/contract/api.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Who calls a route that is not public. */
export type Requester = LiveSession;

/** Finds out who calls and whether the route is for that role; asks the database, so a revoked session ends at once. */
export async function authenticate(
  request: FastifyRequest,
  route: ApiRoute,
  ports: Pick<AppPorts, 'db'>,
  tokens: AccessTokens,
): Promise<Result<Requester, ApiError>> {
  const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const sessionId = token === undefined ? undefined : await tokens.read(token);
  if (sessionId === undefined) return fail(makeApiError('belum_masuk'));
  const session = await findLiveSession(ports.db, sessionId);
  if (!session.ok) {
    const isRevoked = session.error.kind === 'perangkat_dicabut';
    return fail(makeApiError(isRevoked ? 'perangkat_dicabut' : 'belum_masuk'));
  }
  const { role } = session.value.account;
  const mayCall = typeof route.access === 'string' || route.access.includes(role);
  return mayCall ? succeed(session.value) : fail(makeApiError('tidak_berwenang'));
}
