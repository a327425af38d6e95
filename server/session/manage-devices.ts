import { sql } from 'kysely';
import { nipAsTyped } from '#server/accounts/accounts.ts';
import { adminRefusals, notFound, refuse } from '#server/accounts/admin-refusals.ts';
import type { Admin } from '#server/accounts/administered.ts';
import { accountLiesIn, accountsOf, type Realm } from '#server/accounts/realm.ts';
import { revokeDevice, ruleOnDevice } from '#server/session/rule-devices.ts';
import type { Db } from '#server/store/database.ts';
import { likePart, pageOf, readPageKey } from '#server/store/page-key.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type {
  DeviceRuling,
  devicesQuerySchema,
  ManagedDevice,
} from '#shared/contract/admin/devices.ts';
import { adminPageRows } from '#shared/contract/admin/page.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import type { z } from 'zod';

interface DeviceRow {
  readonly device_id: string;
  readonly device_name: string;
  readonly account_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly state: ManagedDevice['state'];
  readonly asked_at: Date;
  readonly last_seen_at: Date;
  readonly version: string | null;
  readonly turn: string;
}

/** A page of the PCs of an admin's accounts: those that wait first, then by name. Undefined: the key is none. */
export async function pageOfDevices(
  db: Db,
  { realm }: Pick<Admin, 'realm'>,
  { search = '', state, after }: z.output<typeof devicesQuerySchema>,
): Promise<{ rows: ManagedDevice[]; next: string | null } | undefined> {
  const key = after === undefined ? ['', '', '', ''] : readPageKey(after, 4);
  if (!key) return undefined;
  const part = likePart(search);
  const { rows } = await sql<DeviceRow>`
    SELECT * FROM (
      SELECT device.id AS device_id, device.name AS device_name, account.id AS account_id, account.username,
        account.display_name, enrolment.asked_at, device.last_seen_at,
        CASE WHEN device.revoked_at IS NOT NULL THEN 'dicabut' ELSE enrolment.state END AS state,
        CASE WHEN device.revoked_at IS NULL AND enrolment.state = 'menunggu' THEN '0' ELSE '1' END AS turn,
        (SELECT version FROM seen_version AS seen WHERE seen.account_id = account.id AND seen.device_id = device.id
          AND version <> '' ORDER BY seen_at DESC LIMIT 1) AS version
      FROM (${accountsOf(realm)}) AS mine
        CROSS JOIN LATERAL (SELECT * FROM enrolment WHERE enrolment.account_id = mine.id OFFSET 0) AS enrolment
        CROSS JOIN LATERAL (SELECT * FROM device WHERE device.id = enrolment.device_id OFFSET 0) AS device
        JOIN account ON account.id = enrolment.account_id
      WHERE (device.name ILIKE ${part} OR account.display_name ILIKE ${part} OR account.username LIKE ${part.toLowerCase()}
          OR account.nip LIKE ${likePart(nipAsTyped(search))})
    ) AS found
    WHERE (${state ?? null}::text IS NULL OR state = ${state ?? null})
      AND (turn, device_name, device_id::text, account_id::text) > (${key[0]}, ${key[1]}, ${key[2]}, ${key[3]})
    ORDER BY turn, device_name, device_id::text, account_id::text LIMIT ${adminPageRows + 1}`.execute(
    db,
  );
  const page = pageOf(rows, adminPageRows, (row) => [
    row.turn,
    row.device_name,
    row.device_id,
    row.account_id,
  ]);
  return { rows: page.rows.map(toManaged), next: page.next };
}

/** Rules on a PC for the accounts of an admin's own; one that others use as well only the server's keeper revokes. */
export async function ruleManagedDevice(
  db: Db,
  admin: Admin,
  deviceId: string,
  ruling: DeviceRuling,
): Promise<Result<undefined, ApiError>> {
  const { realm, acting, now } = admin;
  const users = await usersOf(db, realm, deviceId);
  const own = users.filter(({ lies }) => lies).map(({ id }) => id);
  if (own.length === 0) return notFound();
  if (ruling !== 'cabut') {
    const state = ruling === 'setujui' ? 'berlaku' : 'ditolak';
    const count = await ruleOnDevice(db, deviceId, state, now, { acting, accountIds: own });
    return count === 0 ? notFound() : succeed(undefined);
  }
  if (deviceId === acting.deviceId) return refuse(adminRefusals.ownDevice);
  if (own.length < users.length) return refuse(adminRefusals.sharedDevice);
  const isRevoked = await db.transaction().execute((tx) => revokeDevice(tx, deviceId, now, acting));
  return isRevoked ? succeed(undefined) : notFound();
}

async function usersOf(db: Db, realm: Realm, deviceId: string) {
  const { rows } = await sql<{ id: string; lies: boolean }>`
    SELECT account.id, ${accountLiesIn(realm)} AS lies FROM enrolment JOIN account ON account.id = enrolment.account_id
    WHERE enrolment.device_id = ${deviceId}`.execute(db);
  return rows;
}

function toManaged(row: DeviceRow): ManagedDevice {
  return {
    deviceId: row.device_id,
    deviceName: row.device_name,
    accountId: row.account_id,
    username: row.username,
    displayName: row.display_name,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    appVersion: row.version,
  };
}
