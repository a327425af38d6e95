import type { CountPages, DeliveryPorts } from '#server/commands/command-handler.ts';
import { readEpoch } from '#server/epoch/epochs.ts';
import { handoverRefusals } from '#server/handover/handover-refusals.ts';
import { forgetEndedSecrets } from '#server/handover/handovers.ts';
import {
  takeHandover,
  type HandoverCarrier,
  type HandoverRefused,
  type TakenHandover,
} from '#server/handover/take-handover.ts';
import { addressOf, limitCalls } from '#server/http/call-limit.ts';
import { logUnexpected } from '#server/http/errors.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { makeLane } from '#server/store/lane.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { parseHandover, type HandoverReceipt } from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Each may hold the memory of a large file for a minute; a third person waits a little before being told to come again. */
const few = { width: 2, patienceMs: 5_000 } as const;
/** An office behind one address has many PCs. */
const handoversPerAttempt = 10;

type Log = Parameters<typeof logUnexpected>[0];

/** What hand-overs need besides what every route has. */
export interface HandoverParts {
  /** Per address in five minutes, for each PC of an office: what anybody may send is limited like sign-in. */
  readonly signInAttempts: number;
  readonly countPages?: CountPages | undefined;
}

/** Decisions that come in a file: carried by a signed-in account, or sent by a PC that was revoked. */
export async function registerHandover(
  context: RouteContext,
  { signInAttempts, countPages }: HandoverParts,
): Promise<void> {
  const { app, ports } = context;
  const take = (body: unknown, carrier: HandoverCarrier, log: Log) =>
    takeFile({ ...ports, countPages, onBug: (error) => logUnexpected(log, error) }, body, carrier);
  const takeOneOfFew = makeLane(few);
  await forgetEndedSecrets(ports.db, ports.now());
  registerRoute(context, apiRoutes.handover, async ({ body, requester, request }) => {
    const { id } = requester.account;
    const carrier = { kind: 'akun', accountId: id } as const;
    const taken = await takeOneOfFew(() => take(body, carrier, request.log));
    return taken.ok ? succeed(receiptOf(taken.value, id)) : taken;
  });
  const max = signInAttempts * handoversPerAttempt;
  const tooMany = limitCalls(app, { max, minutes: 5, keyOf: addressOf });
  registerRoute(context, apiRoutes.handoverOfRevoked, async ({ body, request, reply }) => {
    if (await tooMany(request, reply)) return fail(makeApiError('terlalu_sering'));
    const carrier = { kind: 'pc_dicabut' } as const;
    const taken = await takeOneOfFew(() => take(body, carrier, request.log));
    if (!taken.ok) return taken;
    const { name: epoch } = await readEpoch(ports.db);
    return succeed({ ...receiptOf(taken.value, null), epoch });
  });
}

async function takeFile(
  ports: DeliveryPorts,
  body: unknown,
  carrier: HandoverCarrier,
): Promise<Result<TakenHandover, ApiError>> {
  const file = parseHandover(body);
  if (!file.ok) return fail(toApiError(file.error));
  const taken = await takeHandover(ports, file.value, carrier);
  return taken.ok ? taken : fail(toApiError(taken.error));
}

// Whoever only carries the file learns how many, not which.
function receiptOf(
  { header, results, waiting }: TakenHandover,
  reader: string | null,
): HandoverReceipt {
  const accepted = results.filter(({ kind }) => kind === 'diterima').length;
  return {
    count: results.length,
    accepted,
    refused: results.length - accepted,
    waiting,
    results: reader === header.accountId ? [...results] : null,
  };
}

function toApiError({ kind }: HandoverRefused): ApiError {
  return makeApiError(
    kind === 'masih_berlaku' ? 'belum_masuk' : 'tidak_sah',
    handoverRefusals[kind],
  );
}
