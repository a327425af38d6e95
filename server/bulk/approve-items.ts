import { sql } from 'kysely';
import { v7 as makeUuidV7 } from 'uuid';
import type { LockedBatch } from '#server/bulk/batches.ts';
import { readBulkPolicy } from '#server/bulk/bulk-policies.ts';
import { judgeItems, type FitItem, type UnfitItem } from '#server/bulk/judge-items.ts';
import { appendLinks, type LinkContent } from '#server/commands/chain.ts';
import type { Sender } from '#server/commands/command-handler.ts';
import { originOf } from '#server/commands/delivery-origin.ts';
import { writeSettled } from '#server/commands/usul-change.ts';
import { underAppointment, writeAudits } from '#server/store/audit.ts';
import type { Tx } from '#server/store/database.ts';
import type { BulkConfirmation } from '#shared/workflow/bulk/bulk-commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/** So many are decided in one transaction: nobody else's decision waits for longer than that takes. */
const atOnce = 100;

/** A batch whose rest is being approved, and by whom. */
export interface Approval {
  readonly batch: LockedBatch;
  readonly sender: Sender;
  readonly command: BulkConfirmation;
  readonly at: Date;
}

/**
 * Approves the next usul of a batch, which this transaction has locked, each by a decision of its own that names the batch; what
 * may not be approved any more gets its reason. False when nothing is left.
 */
export async function approveSome(tx: Tx, approval: Approval): Promise<boolean> {
  const { batch, sender, at } = approval;
  const { account } = sender;
  const rows = await tx
    .selectFrom('bulk_item')
    .select(['usul_id', 'revision', 'version'])
    .where('batch_id', '=', batch.id)
    .where('fate', '=', sql.lit('menunggu'))
    .where('drawn', '=', sql.lit(false))
    .orderBy('usul_id')
    .limit(atOnce)
    .execute();
  if (rows.length === 0) return false;
  const items = rows.map(({ usul_id: usulId, ...item }) => ({ usulId, ...item }));
  const policy = await readBulkPolicy(tx, batch.instansiId);
  const by = { account, instansiId: batch.instansiId, policy, at };
  const { fit, unfit } = await judgeItems(tx, items, by, true);
  await decide(tx, fit, approval);
  await keepFates(tx, batch.id, fit, unfit);
  return true;
}

async function decide(
  tx: Tx,
  fit: readonly FitItem[],
  { batch, sender, command, at }: Approval,
): Promise<void> {
  const { account } = sender;
  const contents: LinkContent[] = [];
  for (const { usul, acting } of fit) {
    const payload = decisionOf(usul, batch.id, command);
    const { versionAt } = usul;
    const arrived = { accountId: account.id, sender, payload, receivedAt: at, versionAt };
    const { judgedVersion: _judged, ...origin } = await originOf(tx, arrived);
    const { instansiId } = batch;
    const { appointmentId } = account;
    contents.push({
      instansiId,
      accountId: account.id,
      receivedAt: at,
      payload,
      appointmentId,
      onBehalfOf: acting.onBehalfOf,
      ...origin,
    });
  }
  const { role, scope } = account;
  const names = new Set(fit.map(({ acting }) => acting.name));
  for (const name of names) {
    const under = fit.filter(({ acting }) => acting.name === name);
    const act = { action: 'teruskan', reasons: [], note: '', now: at } as const;
    await writeSettled(tx, under, { actor: { role, scope, name }, ...act });
  }
  const links = await appendLinks(tx, batch.instansiId, contents);
  await writeAudits(
    tx,
    links.map(({ payload, chainSeq }) => ({
      accountId: account.id,
      deviceId: sender.deviceId,
      action: 'keputusan',
      details: { decisionId: payload.id, chainSeq, ...underAppointment(account.appointmentId) },
    })),
  );
}

/** As the person who confirms the batch would decide it by itself: he or she adopts the verdicts before. */
function decisionOf(
  { id: usulId, revision, version }: FitItem['usul'],
  bulkId: string,
  { deviceId, appVersion, madeAt, appointmentId }: BulkConfirmation,
): Decision {
  return {
    id: makeUuidV7(),
    usulId,
    revision,
    version,
    outcome: 'teruskan',
    reasons: [],
    note: '',
    verdicts: [],
    evidence: [],
    deviceId,
    appVersion,
    decidedAt: madeAt,
    ...(appointmentId !== undefined && { appointmentId }),
    bulkId,
  };
}

async function keepFates(
  tx: Tx,
  batchId: string,
  fit: readonly FitItem[],
  unfit: readonly UnfitItem[],
): Promise<void> {
  const approved = fit.map(({ usul }) => usul.id);
  const update = (ids: readonly string[]) =>
    tx
      .updateTable('bulk_item')
      .where('batch_id', '=', batchId)
      .where('usul_id', '=', sql<string>`ANY(${[...ids]}::uuid[])`);
  await update(approved).set({ fate: 'disetujui' }).execute();
  for (const reason of new Set(unfit.map((one) => one.reason))) {
    const ids = unfit.filter((one) => one.reason === reason).map(({ item }) => item.usulId);
    await update(ids).set({ fate: 'ditolak', reason }).execute();
  }
}
