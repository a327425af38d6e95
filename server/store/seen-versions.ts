import type { Db, Tx } from '#server/store/database.ts';

/** Longest version that is kept. */
const maxVersion = 40;

/** The version that a client names in its header, as it is kept; null when it names none. */
export function keptVersion(header: string | undefined): string | null {
  const version = header?.trim().slice(0, maxVersion) ?? '';
  return version === '' ? null : version;
}

/** Notes that an account uses this version of the application on a PC. */
export async function noteVersion(
  tx: Tx,
  { accountId, deviceId }: { readonly accountId: string; readonly deviceId: string },
  version: string | null,
  now: Date,
): Promise<void> {
  if (version === null) return;
  await tx
    .insertInto('seen_version')
    .values({ account_id: accountId, device_id: deviceId, version, seen_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'device_id', 'version']).doUpdateSet({ seen_at: now }),
    )
    .execute();
}

/**
 * Whether an account may have used this version on any PC. Of one that used the application before versions were noted,
 * nobody knows better.
 */
export async function wasSeenWith(tx: Tx, accountId: string, version: string): Promise<boolean> {
  const row = await tx
    .selectFrom('seen_version')
    .select('version')
    .where('account_id', '=', accountId)
    .where('version', 'in', [version, beforeNoting])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The version that an account used last on a PC; null when it never named one. */
export async function newestVersion(
  db: Db | Tx,
  accountId: string,
  deviceId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('seen_version')
    .select('version')
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .where('version', '<>', beforeNoting)
    .orderBy('seen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Stands for whatever was used before versions were noted. */
const beforeNoting = '';
