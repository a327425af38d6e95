import { takeDecision, type DecisionRefusal } from '#server/commands/take-decision.ts';
import type { Db } from '#server/store/database.ts';
import { isDatabaseUp } from '#server/store/health.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { DecisionResult } from '#shared/contract/decisions.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { decisionSchema, type Decision } from '#shared/workflow/decision.ts';

/** What a delivery stands on; `onBug` is told of what only a bug can cause. */
export interface DeliveryPorts {
  readonly db: Db;
  readonly now: () => Date;
  readonly onBug: (error: unknown) => void;
}

/** Whose decision it is and on which PC it was made. */
export interface Sender {
  readonly account: Account;
  readonly deviceId: string;
}

/**
 * Takes one decision in, as it came; whatever is wrong with it is its own refusal. Throws only when there is no
 * database: then it has to come again.
 */
export async function deliverDecision(
  ports: DeliveryPorts,
  sender: Sender,
  element: { readonly id: string },
): Promise<DecisionResult> {
  const parsed = decisionSchema.safeParse(element);
  if (!parsed.success) return refuse(element.id, makeApiError('tidak_sah'), null);
  if (!isStorableText(parsed.data)) {
    const error = makeApiError('tidak_sah', { message: specificMessages.brokenText });
    return refuse(element.id, error, null);
  }
  try {
    const result = await take(ports, sender, parsed.data);
    // The id as it was sent: by it the PC finds the decision again.
    return { ...result, id: element.id };
  } catch (error) {
    // No database: the whole batch fails and comes again. Else this decision alone meets a bug; the others go on.
    if (!(await isDatabaseUp(ports.db))) throw error;
    ports.onBug(error);
    return refuse(element.id, makeApiError('gangguan_server'), null);
  }
}

async function take(
  { db, now }: DeliveryPorts,
  { account, deviceId }: Sender,
  payload: Decision,
): Promise<DecisionResult> {
  const result = await takeDecision(db, {
    account,
    payload,
    fromDevice: deviceId,
    receivedAt: now(),
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
