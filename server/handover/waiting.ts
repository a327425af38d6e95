import type { Selectable } from 'kysely';
import type { Db, Tx } from '#server/store/database.ts';
import type { HandoverWaitingTable } from '#server/store/schema.ts';

/** A hand-over that arrived after its PC, account or appointment had ended. */
export interface LateArrival {
  readonly accountId: string;
  readonly deviceId: string;
  /** When the file was sealed, by the PC's clock. */
  readonly sealedAt: Date;
  readonly endedAt: Date;
  /** When this PC last asked for changes; null: not known. */
  readonly pulledAt: Date | null;
  readonly receivedAt: Date;
}

/** A decision of such a hand-over. */
export interface LateDecision extends LateArrival {
  readonly decisionId: string;
  /** Its JSON, as it came. */
  readonly payload: string;
  /** When it was made, as it states. */
  readonly madeAt: Date;
}

/** What BKPSDM says of a decision that waits. */
export type Ruling = 'dilepas' | 'ditolak';

/** Keeps a decision until BKPSDM rules on it; the answer is how it stands. `bentrok`: another one waits under its id. */
export async function keepWaiting(
  db: Db,
  late: LateDecision,
): Promise<Ruling | 'menunggu' | 'bentrok'> {
  await db
    .insertInto('handover_waiting')
    .values({
      decision_id: late.decisionId,
      account_id: late.accountId,
      device_id: late.deviceId,
      payload: late.payload,
      made_at: late.madeAt,
      sealed_at: late.sealedAt,
      ended_at: late.endedAt,
      pulled_at: late.pulledAt,
      received_at: late.receivedAt,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'decision_id']).doNothing())
    .execute();
  const kept = await db
    .selectFrom('handover_waiting')
    .select(['ruling', 'payload'])
    .where('account_id', '=', late.accountId)
    .where('decision_id', '=', late.decisionId)
    .executeTakeFirstOrThrow();
  return kept.payload === late.payload ? (kept.ruling ?? 'menunggu') : 'bentrok';
}

/** Those that nobody has ruled on, as they arrived; `id`: one of them, or all of a PC. */
export async function findWaiting(db: Db | Tx, id?: string): Promise<readonly LateDecision[]> {
  const rows = await db
    .selectFrom('handover_waiting')
    .selectAll()
    .where('ruling', 'is', null)
    .$if(id !== undefined, (query) =>
      query.where((where) =>
        where.or([where('decision_id', '=', id!), where('device_id', '=', id!)]),
      ),
    )
    .orderBy('received_at')
    .orderBy('decision_id')
    .execute();
  return rows.map(toLateDecision);
}

/** Writes down what was ruled; false: somebody had ruled on it before. */
export async function noteRuling(
  db: Db,
  { accountId, decisionId }: Pick<LateDecision, 'accountId' | 'decisionId'>,
  ruling: Ruling,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('handover_waiting')
    .set({ ruling, ruled_at: now })
    .where('account_id', '=', accountId)
    .where('decision_id', '=', decisionId)
    .where('ruling', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toLateDecision(row: Selectable<HandoverWaitingTable>): LateDecision {
  return {
    decisionId: row.decision_id,
    accountId: row.account_id,
    deviceId: row.device_id,
    payload: row.payload,
    madeAt: row.made_at,
    sealedAt: row.sealed_at,
    endedAt: row.ended_at,
    pulledAt: row.pulled_at,
    receivedAt: row.received_at,
  };
}
