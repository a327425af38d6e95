import { makeApiError, specificMessages } from '#server/app/messages.ts';
import { logUnexpected } from '#server/plugins/errors.ts';
import type { Requester } from '#server/plugins/authentication.ts';
import { registerRoute, type RouteContext } from '#server/routes/register-route.ts';
import { isStorableText } from '#server/routes/storable-text.ts';
import { takeDecision, type DecisionRefusal } from '#server/store/decisions.ts';
import { isDatabaseUp } from '#server/store/health.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import type { DecisionResult } from '#shared/contract/decisions.ts';
import { decisionSchema, type Decision } from '#shared/domain/model/decision.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { succeed } from '#shared/kernel/result.ts';

type Log = Parameters<typeof logUnexpected>[0];

/**
 * Takes decisions in, one after another, each in a transaction of its own: what one of them does wrong does not hold
 * up the rest. Clients of every version may deliver.
 */
export function registerDecisions(context: RouteContext): void {
  registerRoute(context, apiRoutes.decisions, async ({ body, requester, request }) => {
    const results: DecisionResult[] = [];
    for (const element of body.decisions) {
      results.push(await deliver(context, requester, element, request.log));
    }
    return succeed({ results });
  });
}

async function deliver(
  context: RouteContext,
  requester: Requester,
  element: { readonly id: string },
  log: Log,
): Promise<DecisionResult> {
  const parsed = decisionSchema.safeParse(element);
  if (!parsed.success) return refuse(element.id, makeApiError('tidak_sah'), null);
  if (!isStorableText(parsed.data)) {
    const error = makeApiError('tidak_sah', { message: specificMessages.brokenText });
    return refuse(element.id, error, null);
  }
  try {
    const result = await take(context, requester, parsed.data);
    // The id as it was sent: by it the PC finds the decision again.
    return { ...result, id: element.id };
  } catch (error) {
    // No database: the whole batch fails and comes again. Else this decision alone meets a bug; the others go on.
    if (!(await isDatabaseUp(context.ports.db))) throw error;
    logUnexpected(log, error);
    return refuse(element.id, makeApiError('gangguan_server'), null);
  }
}

async function take(
  { ports }: RouteContext,
  { account, deviceId }: Requester,
  payload: Decision,
): Promise<DecisionResult> {
  const result = await takeDecision(ports.db, {
    account,
    payload,
    fromDevice: deviceId,
    receivedAt: ports.now(),
  });
  if (!result.ok) {
    return refuse(payload.id, toApiError(result.error.reason), result.error.current);
  }
  const { receivedAt, chainSeq, hash } = result.value;
  return { kind: 'diterima', id: payload.id, receivedAt: receivedAt.toISOString(), chainSeq, hash };
}

function refuse(id: string, error: ApiError, current: DecisionRefusal['current']): DecisionResult {
  return { kind: 'ditolak', id, error, current };
}

function toApiError(reason: DecisionRefusal['reason']): ApiError {
  switch (reason.kind) {
    case 'bukan_wewenang':
      return makeApiError('tidak_berwenang');
    case 'usul_berubah':
    case 'id_bentrok':
      return makeApiError(reason.kind);
    case 'tidak_mungkin':
      return makeApiError('tidak_sah', { message: specificMessages.undecidable });
    case 'tidak_lengkap': {
      const message = reason.gaps.map((gap) => gap.sentence).join(' ');
      return makeApiError('keputusan_tidak_lengkap', { message });
    }
    default:
      return assertNever(reason);
  }
}
