import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { deleteInPieces } from '#server/store/delete-in-pieces.ts';
import type { Db } from '#server/store/database.ts';

/** So many wrong passwords in a row wait for nothing: a person who tries all that he or she ever had. */
export const freeAttempts = 10;
const firstWaitSeconds = 30;
/** The longest wait leaves 24 guesses a day. */
const longestWaitSeconds = 3_600;
/** Who has not tried for so long begins anew. */
const forgottenHours = 24;

/** Who tries: the name in one spelling, the PC, and the key that it proved to hold (null: none). */
export interface Trier {
  readonly login: string;
  readonly deviceId: string;
  readonly key: string | null;
}

/** Whether a try may be made, and under what it counts; how many seconds the next one waits when not. */
export type Attempt =
  | { readonly granted: true; readonly subject: string }
  | { readonly granted: false; readonly waitSeconds: number };

/**
 * Begins a try: it counts as failed before the password is looked at, so that a hundred at the same moment do not all go
 * through. After `freeAttempts` each one that fails makes the next wait twice as long.
 */
export async function beginAttempt(
  db: Db,
  accountId: string | undefined,
  trier: Trier,
  now: Date,
): Promise<Attempt> {
  const subject = await subjectOf(db, accountId, trier);
  const forgotten = new Date(now.getTime() - forgottenHours * 3_600_000);
  const waitOf = (failures: ReturnType<typeof sql>) => sql`${now}::timestamptz + CASE
    WHEN ${failures} < ${freeAttempts} THEN interval '0'
    ELSE least(${longestWaitSeconds}, ${firstWaitSeconds} * power(2, least(${failures} - ${freeAttempts}, 20)))
      * interval '1 second' END`;
  const failures = sql`(CASE WHEN sign_in_attempt.last_at < ${forgotten} THEN 0
    ELSE sign_in_attempt.failures END + 1)`;
  const { rows } = await sql`
    INSERT INTO sign_in_attempt (subject, failures, wait_until, last_at)
      VALUES (${subject}, 1, ${waitOf(sql`1`)}, ${now})
      ON CONFLICT (subject) DO UPDATE
        SET failures = ${failures}, wait_until = ${waitOf(failures)}, last_at = excluded.last_at
        -- Of two at the same moment one may have looked at its clock before the other: the free ones wait for nothing.
        WHERE sign_in_attempt.failures < ${freeAttempts} OR sign_in_attempt.wait_until <= excluded.last_at
      RETURNING subject`.execute(db);
  if (rows.length > 0) return { granted: true, subject };
  const row = await db
    .selectFrom('sign_in_attempt')
    .select('wait_until')
    .where('subject', '=', subject)
    .executeTakeFirst();
  const waitMs = (row?.wait_until.getTime() ?? now.getTime()) - now.getTime();
  return { granted: false, waitSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) };
}

/**
 * Whose tries count together, over all addresses and servers. A PC on which the account has signed in before counts for
 * itself, where it has a key only with that: whoever tries from elsewhere cannot keep the account's own person out. A name
 * that is no account's counts like one.
 */
async function subjectOf(
  db: Db,
  accountId: string | undefined,
  { login, deviceId, key }: Trier,
): Promise<string> {
  if (accountId === undefined) {
    // A password may have been typed in the place of the name.
    return `nama ${createHash('sha256').update(login).digest('base64url')}`;
  }
  const known = await db
    .selectFrom('device_secret')
    .select('device_id')
    .where('account_id', '=', accountId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  const isThisPc = known !== undefined && (await mayBe(db, deviceId, key));
  return isThisPc ? `akun ${accountId} ${deviceId}` : `akun ${accountId}`;
}

/** Whether it may be that PC: its id is no secret, its key is. */
async function mayBe(db: Db, deviceId: string, key: string | null): Promise<boolean> {
  const keys = await db
    .selectFrom('device_key')
    .select('key')
    .where('device_id', '=', deviceId)
    .where('state', '=', 'berlaku')
    .execute();
  return keys.length === 0 || keys.some((row) => row.key === key);
}

/** The password was right: the next tries are free again. */
export async function forgetAttempts(db: Db, subject: string): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('subject', '=', subject).execute();
}

/** Forgets what nobody has tried for a day, and does not wait any more. */
export async function pruneAttempts(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgottenHours * 3_600_000);
  await deleteInPieces((limit) =>
    sql`DELETE FROM sign_in_attempt WHERE subject IN
      (SELECT subject FROM sign_in_attempt WHERE last_at < ${before} LIMIT ${limit})`.execute(db),
  );
}
