import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { sealOf } from '#server/epoch/sealing.ts';
import { writeAudit, writeAudits } from '#server/store/audit.ts';
import { inTransaction, rootOf, type Db, type Tx } from '#server/store/database.ts';
import { hasKeys } from '#server/store/secrets.ts';

/**
 * A stretch of the server's life in which its data only went on. `name` is unique, also where a restored backup counts
 * the same `number` again: it is what PCs compare.
 */
export interface Epoch {
  readonly number: number;
  readonly name: string;
}

/** Devices that were revoked, accounts that were switched off and appointments that were ended lately, by id. */
export interface Ended {
  readonly devices: readonly string[];
  readonly accounts: readonly string[];
  /** Absent: noted before there were any. */
  readonly appointments?: readonly string[];
}

/**
 * Why an epoch is opened: the mark outside the database is ahead of it, a PC holds a receipt or a cursor that the server gave
 * and does not know, or a person says so.
 */
export interface EpochOpening {
  readonly reason: 'tanda_air' | 'tanda_terima' | 'kursor' | 'dinyatakan';
  /** The latest epoch known from before the data went back. */
  readonly seen: number;
  /** What had ended by then, as far as it is known; it ends again. */
  readonly ended?: Ended;
  readonly now: Date;
}

/** The epoch that is open. */
export async function readEpoch(db: Db | Tx): Promise<Epoch> {
  const { number, token } = await db
    .selectFrom('epoch')
    .select(['number', 'token'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { number, name: `${number}.${token}` };
}

/** Whether a server opened the epoch that is open, and not whoever owns the database. */
export async function isSealedEpoch(db: Db): Promise<boolean> {
  const { seal } = await db
    .selectFrom('epoch')
    .select('seal')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return seal !== null && (await sealOf(db)).fits(partsOf(await readEpoch(db)), seal);
}

/** Null where the database was opened without the keys of its secrets. */
async function epochSeal(tx: Tx, epoch: Epoch): Promise<string | null> {
  const root = rootOf(tx);
  return hasKeys(root) ? (await sealOf(root)).make(partsOf(epoch)) : null;
}

function partsOf({ number, name }: Epoch) {
  return ['zaman', number, name];
}

/**
 * Opens a new epoch after the data went back in time; null when one above `seen` is open already.
 *
 * - Every feed begins anew, so that no PC goes on with a cursor of a past that is gone: each resyncs and is asked for its
 *   receipts.
 * - Every session ends. Which of them had been signed out or revoked since the backup nobody can tell any more, and a
 *   refresh token that was taken away lives again in the backup: whoever is still allowed signs in once.
 * - What is known to have ended since ends again, a PC that this database has never heard of as well.
 */
export async function openEpoch(
  db: Db | Tx,
  { reason, seen, ended, now }: EpochOpening,
): Promise<Epoch | null> {
  return inTransaction(db, async (tx) => {
    // Readers go on; of two who notice at the same moment the second one finds the epoch of the first.
    await sql`SELECT pg_advisory_xact_lock(hashtext('zaman'))`.execute(tx);
    const present = await readEpoch(tx);
    if (present.number > seen) return null;
    const number = seen + 1;
    const token = randomUUID().replaceAll('-', '');
    const seal = await epochSeal(tx, { number, name: `${number}.${token}` });
    await tx.insertInto('epoch').values({ number, token, reason, opened_at: now, seal }).execute();
    await beginFeedsAnew(tx);
    if (ended) await endAgain(tx, ended, now);
    await tx
      .updateTable('session')
      .set({ revoked_at: now })
      .where('revoked_at', 'is', null)
      .execute();
    await writeAudit(tx, {
      accountId: null,
      deviceId: null,
      action: 'zaman_baru',
      details: { number, reason },
    });
    return readEpoch(tx);
  });
}

async function beginFeedsAnew(tx: Tx): Promise<void> {
  // The whole table: a counter that a decision makes in between would be waited for in another order than its own.
  await sql`LOCK TABLE feed_counter IN EXCLUSIVE MODE`.execute(tx);
  await tx
    .updateTable('feed_counter')
    .set({ epoch: sql`replace(gen_random_uuid()::text, '-', '')` })
    .execute();
}

async function endAgain(
  tx: Tx,
  { devices, accounts, appointments = [] }: Ended,
  now: Date,
): Promise<void> {
  // A PC that first signed in after the backup must not be taken for a new one.
  await sql`
    INSERT INTO device (id, name, last_seen_at, revoked_at)
      SELECT id, '', ${now}, ${now} FROM unnest(${[...devices]}::uuid[]) AS id
      ON CONFLICT (id) DO UPDATE SET revoked_at = coalesce(device.revoked_at, excluded.revoked_at)
  `.execute(tx);
  await tx
    .updateTable('account')
    .set({ active: false })
    .where('id', '=', sql<string>`ANY(${[...accounts]}::uuid[])`)
    .where('active', '=', true)
    .execute();
  const ended = await tx
    .updateTable('appointment')
    .set({ ended_at: now })
    .where('id', '=', sql<string>`ANY(${[...appointments]}::uuid[])`)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  await writeAudits(
    tx,
    ended.map(({ id }) => ({
      accountId: null,
      deviceId: null,
      action: 'penunjukan_diakhiri',
      details: { appointmentId: id },
    })),
  );
}

/** Nobody restores an older backup. */
const endedDays = 400;

/** What has ended lately; an ASN has no queue to come back to. */
export async function readEnded(db: Db | Tx, now: Date): Promise<Ended> {
  const since = new Date(now.getTime() - endedDays * 86_400_000);
  const devices = await db
    .selectFrom('device')
    .select('id')
    .where('revoked_at', '>', since)
    .orderBy('id')
    .execute();
  const accounts = await db
    .selectFrom('account')
    .select('id')
    .where('active', '=', sql.lit(false))
    .where('deactivated_at', '>', since)
    .where(
      sql<boolean>`EXISTS (SELECT FROM appointment WHERE account_id = account.id AND role <> 'asn')`,
    )
    .orderBy('id')
    .execute();
  const appointments = await db
    .selectFrom('appointment')
    .select('id')
    .where('ended_at', '>', since)
    .where('role', '<>', sql.lit('asn'))
    .orderBy('id')
    .execute();
  return { devices: idsOf(devices), accounts: idsOf(accounts), appointments: idsOf(appointments) };
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}
