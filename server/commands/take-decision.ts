import { sql, type Selectable } from 'kysely';
import { actingInstead, type Acting } from '#server/commands/acting-instead.ts';
import { appendToChain } from '#server/commands/chain.ts';
import type { Sender } from '#server/commands/command-handler.ts';
import { byCountedPages } from '#server/commands/counted-pages.ts';
import { originOf, type DeliveryOrigin } from '#server/commands/delivery-origin.ts';
import {
  lockUsul,
  writeStep,
  type LockedUsul,
  type NamedActor,
} from '#server/commands/usul-change.ts';
import { toldOf, warningsOfDecision } from '#server/commands/warnings-of-decision.ts';
import { findOtherHolder } from '#server/threads/thread-holder.ts';
import { underAppointment, writeAudit } from '#server/store/audit.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import type { DecisionTable } from '#server/store/schema.ts';
import { anyOf, findChains } from '#server/store/history-parts.ts';
import { isItemOf } from '#server/usul/item-of-batch.ts';
import { readCorrectionPolicy, withCorrectionPolicy } from '#server/correction/policy.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';
import { isOlderVersion } from '#server/feed/app-version.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { ToldAcknowledgement } from '#shared/records/open-warning.ts';
import type { Usul, UsulPosition } from '#shared/records/usul.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { scopeCovers } from '#shared/workflow/authority/authority.ts';
import { findDecisionGaps, type DecisionGap } from '#shared/workflow/check-decision.ts';
import { acknowledgesSince, withoutUnread, type Decision } from '#shared/workflow/decision.ts';
import { judgedUnder } from '#shared/workflow/told-decisions.ts';
import { applyAction, type WorkflowRefusal, type WorkflowStep } from '#shared/workflow/workflow.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';

/** A decision that was taken in; the same however often it arrives. */
export interface AcceptedDecision {
  readonly receivedAt: Date;
  readonly chainSeq: number;
  readonly hash: string;
  readonly epoch: number;
}

/** Where the usul of a refused decision stands now. */
export interface CurrentUsul {
  readonly position: UsulPosition;
  readonly revision: number;
  readonly version: number;
}

/** Why a decision was not taken in; `current` is null when the account may not know. */
export interface DecisionRefusal {
  readonly reason:
    | WorkflowRefusal
    | { readonly kind: 'id_bentrok' }
    | { readonly kind: 'ditangani_lain'; readonly name: string }
    | { readonly kind: 'tidak_lengkap'; readonly gaps: readonly DecisionGap[] };
  readonly current: CurrentUsul | null;
}

/** A decision as delivered. `payload` has passed `decisionSchema`; `sender`: what brought it, where anything did. */
export interface DeliveredDecision {
  readonly sender?: Omit<Sender, 'account'>;
  readonly account: Account;
  readonly payload: Decision;
  readonly receivedAt: Date;
}

/** Outcome of a delivery. */
export type DeliveryResult = Result<AcceptedDecision, DecisionRefusal>;

/**
 * Takes a decision in, exactly once: its id is its idempotency key, so the same decision again gets the same answer.
 * One transaction: usul, history, chain and feed change together or not at all.
 */
export async function takeDecision(
  db: Db | Tx,
  delivery: DeliveredDecision,
): Promise<DeliveryResult> {
  try {
    return await inTransaction(db, (tx) => takeInTransaction(tx, delivery));
  } catch (error) {
    // The same id came in at the same moment for another usul (another lock): now it is there to be compared.
    if (!isUniqueViolation(error, 'decision_home_pkey')) throw error;
    return inTransaction(db, (tx) => takeInTransaction(tx, delivery));
  }
}

/** The decisions of an account that were taken in, among those with these ids. */
export async function findAccepted(
  db: Db,
  accountId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AcceptedDecision>> {
  const chains = await findChains(db, ids);
  if (chains.length === 0) return new Map();
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'received_at', 'chain_seq', 'hash', 'epoch'])
    .where('instansi_id', '=', anyOf(chains))
    .where('id', '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .where('account_id', '=', accountId)
    .execute();
  return new Map(rows.map((row) => [row.id, acceptedOf(row)]));
}

function acceptedOf(
  row: Pick<Selectable<DecisionTable>, 'received_at' | 'chain_seq' | 'hash' | 'epoch'>,
): AcceptedDecision {
  const { received_at: receivedAt, chain_seq: chainSeq, hash, epoch } = row;
  return { receivedAt, chainSeq, hash, epoch };
}

/** Whether a decision with this id was taken in, whoever made it. */
export async function isDecisionKnown(db: Db | Tx, id: string): Promise<boolean> {
  return (await findChains(db, [id])).length > 0;
}

async function takeInTransaction(tx: Tx, delivery: DeliveredDecision): Promise<DeliveryResult> {
  const { account, payload, receivedAt } = delivery;
  const usul = await lockUsul(tx, payload.usulId);
  // Looked up after the lock: of two deliveries at the same time the second one finds what the first one wrote.
  const earlier = await findEarlier(tx, delivery, usul);
  if (earlier) return earlier;
  if (!usul) return fail({ reason: { kind: 'bukan_wewenang' }, current: null });
  const { versionAt } = usul;
  const { sender } = delivery;
  const arrived = { accountId: account.id, sender, payload, receivedAt, versionAt };
  const origin = await originOf(tx, arrived);
  const acting = await actingInstead(tx, account, usul, origin.decidedAt);
  const found = await findStep(tx, usul, { ...delivery, account: acting.account }, origin);
  if (!found.ok) return fail({ reason: found.error, current: currentFor(account, usul) });
  await writeStep(tx, usul, found.value.step, {
    actor: actorOf(acting),
    action: payload.outcome,
    reasons: payload.reasons,
    note: payload.note,
    acknowledged: found.value.told,
    deletionReason: payload.deletionReason,
    origin: {
      id: payload.id,
      accountId: account.id,
      appointmentId: account.appointmentId ?? null,
      madeAt: origin.decidedAt,
      deviceId: origin.deviceId,
      sessionId: origin.sessionId,
      appVersion: origin.appVersion,
    },
    now: receivedAt,
  });
  const { deviceId, sessionId, appVersion, decidedAt } = origin;
  const link = await appendToChain(tx, {
    instansiId: usul.place.instansiId,
    accountId: account.id,
    receivedAt,
    payload,
    appointmentId: account.appointmentId ?? null,
    onBehalfOf: acting.onBehalfOf,
    deviceId,
    sessionId,
    appVersion,
    decidedAt,
  });
  await writeAudit(tx, {
    accountId: account.id,
    deviceId,
    action: 'keputusan',
    details: {
      decisionId: payload.id,
      chainSeq: link.chainSeq,
      ...underAppointment(account.appointmentId),
    },
  });
  const { chainSeq, hash, epoch } = link;
  return succeed({ receivedAt: link.receivedAt, chainSeq, hash, epoch });
}

function actorOf({ account, name }: Acting): NamedActor {
  const { id, nip, username, role, scope, onBehalfOf } = account;
  return { id, nip, username, role, scope, name, ...(onBehalfOf && { onBehalfOf }) };
}

async function findEarlier(
  tx: Tx,
  { account, payload }: DeliveredDecision,
  usul: LockedUsul | undefined,
): Promise<DeliveryResult | undefined> {
  const [chain] = await findChains(tx, [payload.id]);
  const row =
    chain === undefined
      ? undefined
      : await tx
          .selectFrom('decision')
          .selectAll()
          .where('instansi_id', '=', chain)
          .where('id', '=', payload.id)
          .executeTakeFirst();
  const isClash = row === undefined && (await isOtherMessage(tx, payload));
  if (!row && !isClash) return undefined;
  const isSame = row?.account_id === account.id && isSameDecision(row.payload, payload);
  return row && isSame
    ? succeed(acceptedOf(row))
    : fail({ reason: { kind: 'id_bentrok' }, current: usul ? currentFor(account, usul) : null });
}

/** Whether a question or answer, which is written as a message under its own id, would meet another message of that id. */
async function isOtherMessage(tx: Tx, { id, outcome }: Decision): Promise<boolean> {
  if (outcome !== 'koordinasi' && outcome !== 'jawab') return false;
  const row = tx.selectFrom('thread_message').select('id').where('id', '=', id);
  return (await row.executeTakeFirst()) !== undefined;
}

/** What follows from a decision, and what history tells of the warnings over which it was made. */
interface FoundStep {
  readonly step: WorkflowStep;
  readonly told: readonly ToldAcknowledgement[];
}

/** What follows from a decision: first what the workflow says, then whether the decision has all that it needs. */
async function findStep(
  tx: Tx,
  usul: LockedUsul,
  { account, payload, receivedAt }: DeliveredDecision,
  { judgedVersion, decidedAt }: DeliveryOrigin,
): Promise<Result<FoundStep, DecisionRefusal['reason']>> {
  const step = applyAction(usul, account, payload.outcome, payload);
  if (!step.ok) return step;
  const { bulkId } = payload;
  if (bulkId !== undefined && !(await isItemOf(tx, { bulkId, accountId: account.id, usul }))) {
    return fail({ kind: 'bukan_wewenang' });
  }
  if (payload.outcome === 'jawab') {
    const other = await findOtherHolder(tx, usul, account.id, receivedAt);
    if (other) return fail({ kind: 'ditangani_lain', name: other.name });
  }
  const [content] = await readUsulByIds(tx, [usul.id]);
  if (!content) throw new Error('A locked usul has no content.');
  const asked = await underPolicy(tx, content, decidedAt, payload);
  const judged = judgedUnder(asked, payload);
  const believed = {
    ...payload,
    appVersion: judgedVersion,
    decidedAt: decidedAt.toISOString(),
  };
  const warnings = warningsOfDecision(judged, believed, receivedAt);
  const by = isOlderVersion(judgedVersion, acknowledgesSince) ? 'lama' : 'kini';
  const evidence = [...(await byCountedPages(tx, payload.evidence))];
  const gaps = findDecisionGaps(asked, { ...payload, evidence }, warnings.asked, by);
  if (gaps.length > 0) return fail({ kind: 'tidak_lengkap', gaps });
  return succeed({ step: step.value, told: toldOf(payload, warnings) });
}

/** Whether corrections are allowed is asked of the day on which the decision was made. */
async function underPolicy(
  tx: Tx,
  { correctionForbidden: _told, ...usul }: Usul,
  decidedAt: Date,
  { verdicts }: Decision,
): Promise<Usul> {
  if (verdicts.every(({ verdict }) => verdict !== 'dikoreksi')) return usul;
  const forbidden = await readCorrectionPolicy(tx, [usul.instansiId], decidedAt);
  return withCorrectionPolicy(usul, forbidden);
}

function currentFor(account: Account, usul: LockedUsul): CurrentUsul | null {
  if (!scopeCovers(account.scope, usul.place)) return null;
  return { position: usul.position, revision: usul.revision, version: usul.version };
}

/**
 * Whether a decision came again, also when a PC that lost its disk has it as it was before its documents were read, or after.
 * A server of an older contract kept it without its appointment (before 11), the reason of a deletion (before 6), what it
 * acknowledges (before 5) and the bases of its verdicts (before 3): it is the same one all the same, when it comes again
 * after the update because that server's answer was lost.
 */
function isSameDecision(kept: Decision, again: Decision): boolean {
  const text = canonicalJson(withoutUnread(kept));
  const { appointmentId: _appointment, ...before11 } = withoutUnread(again);
  const { deletionReason: _reason, ...before6 } = before11;
  const { acknowledged: _acknowledged, ...before5 } = before6;
  return [withoutUnread(again), before11, before6, before5, withoutBases(before5)].some(
    (same) => text === canonicalJson(same),
  );
}

function withoutBases(decision: Decision): Decision {
  const verdicts = decision.verdicts.map(({ basis: _basis, ...verdict }) => verdict);
  return { ...decision, verdicts };
}
