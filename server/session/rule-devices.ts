import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import type { Db, Tx } from '#server/store/database.ts';

/** A PC that an account wants to use, and how that stands. */
export interface ListedEnrolment {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly accountName: string;
  readonly username: string;
  readonly state: 'menunggu' | 'berlaku' | 'ditolak';
  readonly askedAt: Date;
  readonly lastSeenAt: Date;
  readonly revokedAt: Date | null;
}

/** Who uses which PC or wants to: those that wait first, then those that were seen last. */
export async function listEnrolments(db: Db): Promise<readonly ListedEnrolment[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('device', 'device.id', 'enrolment.device_id')
    .innerJoin('account', 'account.id', 'enrolment.account_id')
    .select(['device.id', 'device.name', 'device.last_seen_at', 'device.revoked_at'])
    .select(['account.display_name', 'account.username'])
    .select(['enrolment.state', 'enrolment.asked_at'])
    .orderBy((eb) => eb('enrolment.state', '=', 'menunggu'), 'desc')
    .orderBy('device.last_seen_at', 'desc')
    .orderBy('account.username')
    .execute();
  return rows.map((row) => ({
    deviceId: row.id,
    deviceName: row.name,
    accountName: row.display_name,
    username: row.username,
    state: row.state,
    askedAt: row.asked_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
  }));
}

/** An admin who rules over the network, and whose accounts he or she rules on. */
export interface DeviceRuler {
  readonly acting: Acting;
  readonly accountIds: readonly string[];
}

/**
 * Approves or refuses every account that waits for a PC (of an admin's: his or her own alone), with the keys that came with it;
 * answers how many waited.
 */
export async function ruleOnDevice(
  db: Db,
  deviceId: string,
  state: 'berlaku' | 'ditolak',
  now: Date,
  ruler: DeviceRuler | null = null,
): Promise<number> {
  const whose = ruler ? ruler.accountIds : undefined;
  if (whose?.length === 0) return 0;
  return db.transaction().execute(async (tx) => {
    const ruled = await tx
      .updateTable('enrolment')
      .set({ state, ruled_at: now })
      .where('device_id', '=', deviceId)
      .where('state', '=', 'menunggu')
      .$if(whose !== undefined, (query) => query.where('account_id', 'in', whose!))
      .returning('account_id')
      .execute();
    const keys = await tx
      .selectFrom('device_key')
      .select(['account_id', 'key'])
      .where('device_id', '=', deviceId)
      .where('state', '=', 'menunggu')
      .$if(whose !== undefined, (query) => query.where('account_id', 'in', whose!))
      .execute();
    if (state === 'berlaku') {
      await tx
        .updateTable('device_key')
        .set({ state })
        .where('device_id', '=', deviceId)
        .where('state', '=', 'menunggu')
        .$if(whose !== undefined, (query) => query.where('account_id', 'in', whose!))
        .execute();
    } else {
      await tx
        .deleteFrom('device_key')
        .where('device_id', '=', deviceId)
        .where('state', '=', 'menunggu')
        .$if(whose !== undefined, (query) => query.where('account_id', 'in', whose!))
        .execute();
    }
    const accounts = new Set([...ruled, ...keys].map((row) => row.account_id));
    const action = state === 'berlaku' ? 'perangkat_disetujui' : 'perangkat_ditolak';
    for (const accountId of accounts) {
      const entry = { accountId, deviceId, action, details: {} } as const;
      const details = { holder: accountId, perangkat: deviceId };
      await writeAudit(tx, ruler ? actOf(ruler.acting, action, details) : entry);
    }
    return accounts.size;
  });
}

/** Revokes a PC: no session on it works or can be opened any more. False: there is no such PC, or it was revoked before. */
export async function revokeDevice(
  db: Db | Tx,
  deviceId: string,
  now: Date,
  acting: Acting | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ revoked_at: now })
    .where('id', '=', deviceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const entry = actOf(acting, 'perangkat_dicabut', { perangkat: deviceId });
  await writeAudit(db, acting ? entry : { ...entry, deviceId, details: {} });
  return true;
}
