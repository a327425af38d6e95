import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { refuse, type CommandHandler } from '#server/commands/command-handler.ts';
import {
  isDecisionKnown,
  takeDecision,
  type DecisionRefusal,
} from '#server/commands/take-decision.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { DecisionCommand } from '#shared/workflow/commands.ts';

/** Decisions on usul. */
export const decisionHandler: CommandHandler<DecisionCommand> = {
  take: async ({ db, now }, { account, deviceId }, { kind: _kind, ...payload }) => {
    const delivery = { account, payload, fromDevice: deviceId, receivedAt: now() };
    const taken = await takeDecision(db, delivery);
    if (!taken.ok) return refuse(payload.id, toApiError(taken.error.reason), taken.error.current);
    const { receivedAt, chainSeq, hash } = taken.value;
    const at = receivedAt.toISOString();
    return { kind: 'diterima', id: payload.id, receivedAt: at, chainSeq, hash };
  },
  isKnown: isDecisionKnown,
};

function toApiError(reason: DecisionRefusal['reason']): ApiError {
  switch (reason.kind) {
    case 'bukan_wewenang':
      return makeApiError('tidak_berwenang');
    case 'usul_berubah':
    case 'id_bentrok':
      return makeApiError(reason.kind);
    case 'tidak_mungkin':
      return makeApiError('tidak_sah', { message: specificMessages.undecidable });
    case 'milik_sendiri': {
      const { ownUsul: message, ownUsulAction: action } = specificMessages;
      return makeApiError('tidak_berwenang', { message, action });
    }
    case 'tidak_lengkap': {
      const message = reason.gaps.map((gap) => gap.sentence).join(' ');
      return makeApiError('keputusan_tidak_lengkap', { message });
    }
    default:
      return assertNever(reason);
  }
}
