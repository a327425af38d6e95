import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { refuse, type CommandHandler, type Taken } from '#server/commands/command-handler.ts';
import {
  findAccepted,
  isDecisionKnown,
  takeDecision,
  type AcceptedDecision,
  type DecisionRefusal,
} from '#server/commands/take-decision.ts';
import { receiptOf } from '#server/epoch/receipts.ts';
import type { Db } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { AnswerCommand, DecisionCommand } from '#shared/workflow/commands.ts';

/** Decisions on usul, and answers to questions about them: both are links of the chain. */
export const decisionHandler: CommandHandler<DecisionCommand | AnswerCommand> = {
  take: async ({ db, now, countPages, onBug }, sender, { kind: _kind, ...payload }) => {
    const { account } = sender;
    // A document that has just entered is not counted yet: until then whatever is stated of it would have to be believed.
    const papers = payload.outcome === 'teruskan' ? payload.evidence : [];
    if (papers.length > 0) await countPages?.(papers.map(({ sha256 }) => sha256)).catch(onBug);
    const taken = await takeDecision(db, { account, payload, sender, receivedAt: now() });
    if (!taken.ok) return refuse(payload.id, toApiError(taken.error.reason), taken.error.current);
    return takenOf(db, account.id, payload.id, taken.value);
  },
  isKnown: isDecisionKnown,
  findTaken: async (db, accountId, ids) => {
    const accepted = await findAccepted(db, accountId, ids);
    return Promise.all([...accepted].map(([id, one]) => takenOf(db, accountId, id, one)));
  },
};

async function takenOf(
  db: Db,
  accountId: string,
  id: string,
  { receivedAt, ...link }: AcceptedDecision,
): Promise<Taken> {
  const { chainSeq, hash } = link;
  const receipt = await receiptOf(db, { id, accountId, ...link });
  return { kind: 'diterima', id, receivedAt: receivedAt.toISOString(), chainSeq, hash, receipt };
}

/** Why a decision, or another deed that the workflow judges, is refused. */
export function toApiError(reason: DecisionRefusal['reason']): ApiError {
  switch (reason.kind) {
    case 'bukan_wewenang':
      return makeApiError('tidak_berwenang');
    case 'usul_berubah':
    case 'id_bentrok':
      return makeApiError(reason.kind);
    case 'tidak_mungkin':
    // Of what an ASN hands in, which is no decision.
    case 'periode_ditutup':
      return makeApiError('tidak_sah', { message: specificMessages.undecidable });
    case 'milik_sendiri': {
      const { ownUsulAction: action } = specificMessages;
      const message = reason.of ? specificMessages.replacedsUsul : specificMessages.ownUsul;
      return makeApiError('tidak_berwenang', { message, action });
    }
    case 'sudah_memutus': {
      const { decidedEarlierAction: action } = specificMessages;
      const message = reason.of
        ? specificMessages.replacedDecidedEarlier
        : specificMessages.decidedEarlier;
      return makeApiError('tidak_berwenang', { message, action });
    }
    case 'ditugaskan_kepada_lain': {
      const message = specificMessages.assignedToOther(reason.holder);
      return makeApiError(reason.kind, { message });
    }
    case 'ditangani_lain':
      return makeApiError('tidak_berwenang', {
        message: specificMessages.heldByOther(reason.name),
        action: specificMessages.heldByOtherAction,
      });
    case 'tidak_lengkap': {
      const message = reason.gaps.map((gap) => gap.sentence).join(' ');
      return makeApiError('keputusan_tidak_lengkap', { message });
    }
    default:
      return assertNever(reason);
  }
}
