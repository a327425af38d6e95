import { readEpoch } from '#server/epoch/epochs.ts';
import { handoverRefusals } from '#server/handover/handover-refusals.ts';
import { forgetEndedSecrets } from '#server/handover/handovers.ts';
import {
  takeHandover,
  type HandoverCarrier,
  type HandoverRefused,
  type TakenHandover,
} from '#server/handover/take-handover.ts';
import { logUnexpected } from '#server/http/errors.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import {
  maxHandoverBytes,
  parseHandover,
  type HandoverReceipt,
} from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Everything around the ciphertext. */
const envelopeBytes = 4_096;
/** A revoked PC hands over in small pieces; nobody else has anything to send there. */
const revokedBodyLimit = 1_048_576;
/** An office behind one address has many PCs. */
const handoversPerAttempt = 10;

/**
 * Decisions that come in a file: carried by a signed-in account, or sent by a PC that was revoked. Limited like
 * sign-in: `signInAttempts` per account and address in five minutes.
 */
export async function registerHandover(
  context: RouteContext,
  signInAttempts: number,
): Promise<void> {
  const { db, now } = context.ports;
  await forgetEndedSecrets(db, now());
  const rateLimit = {
    max: signInAttempts * handoversPerAttempt,
    timeWindow: '5 minutes',
  };
  const carried = { bodyLimit: maxHandoverBytes + envelopeBytes, rateLimit };
  registerRoute(
    context,
    apiRoutes.handover,
    async ({ body, requester, request }) => {
      const { id } = requester.account;
      const log = request.log;
      const taken = await take(context, body, { kind: 'akun', accountId: id }, log);
      return taken.ok ? succeed(receiptOf(taken.value, id)) : taken;
    },
    carried,
  );
  const revoked = { bodyLimit: revokedBodyLimit, rateLimit };
  registerRoute(
    context,
    apiRoutes.handoverOfRevoked,
    async ({ body, request }) => {
      const taken = await take(context, body, { kind: 'pc_dicabut' }, request.log);
      if (!taken.ok) return taken;
      const { name: epoch } = await readEpoch(db);
      return succeed({ ...receiptOf(taken.value, null), epoch });
    },
    revoked,
  );
}

async function take(
  { ports: { db, now } }: RouteContext,
  body: unknown,
  carrier: HandoverCarrier,
  log: Parameters<typeof logUnexpected>[0],
): Promise<Result<TakenHandover, ApiError>> {
  const file = parseHandover(body);
  if (!file.ok) return fail(toApiError(file.error));
  const ports = { db, now, onBug: (error: unknown) => logUnexpected(log, error) };
  const taken = await takeHandover(ports, file.value, carrier);
  return taken.ok ? taken : fail(toApiError(taken.error));
}

// Whoever only carries the file learns how many, not which.
function receiptOf({ header, results }: TakenHandover, reader: string | null): HandoverReceipt {
  const accepted = results.filter(({ kind }) => kind === 'diterima').length;
  return {
    count: results.length,
    accepted,
    refused: results.length - accepted,
    results: reader === header.accountId ? [...results] : null,
  };
}

function toApiError({ kind }: HandoverRefused): ApiError {
  return makeApiError(
    kind === 'masih_berlaku' ? 'belum_masuk' : 'tidak_sah',
    handoverRefusals[kind],
  );
}
