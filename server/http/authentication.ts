import type { FastifyRequest } from 'fastify';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { ApiRoute } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';

/** Who calls a route that is not public. */
export interface Requester {
  readonly sessionId: string;
  readonly deviceId: string;
  /** Under the appointment of the session, as it is at this request. */
  readonly account: AppointedAccount;
  /** Version of the application of this session; null when it named none. */
  readonly appVersion: string | null;
  /** The key of the PC that this session is signed with; null: it has none. */
  readonly deviceKey: string | null;
  /** When this session last asked for changes, as far as that was noted. */
  readonly pulledAt: Date | null;
}

/** Finds out to whom an access token was given; asked at every request, so that a revoked session ends at once. */
export type Identify = (accessToken: string) => Promise<Result<Requester, ApiError>>;

/** Finds out who calls and whether the route is for that role. */
export async function authenticate(
  request: FastifyRequest,
  route: ApiRoute,
  identify: Identify,
): Promise<Result<Requester, ApiError>> {
  const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return fail(makeApiError('belum_masuk'));
  const requester = await identify(token);
  if (!requester.ok) return requester;
  const { role } = requester.value.account;
  const mayCall = typeof route.access === 'string' || route.access.includes(role);
  return mayCall ? succeed(requester.value) : fail(makeApiError('tidak_berwenang'));
}
