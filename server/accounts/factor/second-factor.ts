import { randomBytes } from 'node:crypto';
import { endSessions } from '#server/accounts/accounts.ts';
import { factorSecretBytes, inBase32, stepOfCode } from '#server/accounts/factor/totp.ts';
import { hashOfSpokenCode, makeSpokenCode } from '#server/accounts/spoken-code.ts';
import { writeAudit, type AuditEntry } from '#server/store/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { keysOf, openStored, placeOfFactor } from '#server/store/secrets.ts';
import {
  factorDigits,
  recoveryCodeCount,
  type FactorOffer,
} from '#shared/contract/second-factor.ts';

/** How long an offer can be confirmed: as long as it takes to unlock a telephone, and no longer. */
export const offerMinutes = 15;
const issuer = 'Meja Verifikator';

/** Whose factor it is, and from where it is proven; `deviceId` null: not known. */
export interface FactorOwner {
  readonly accountId: string;
  readonly deviceId: string | null;
}

/** Whether an account has a second factor. */
export async function hasFactor(db: Db | Tx, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Offers an account a second factor; one that was offered before is none any more. Nothing of it is told again, and nothing
 * changes before it is confirmed.
 */
export async function offerFactor(
  db: Db,
  { accountId, deviceId, username }: FactorOwner & { readonly username: string },
  now: Date,
): Promise<FactorOffer> {
  const secret = randomBytes(factorSecretBytes);
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, makeSpokenCode);
  const row = {
    secret: keysOf(db).seal(placeOfFactor(accountId, true), secret),
    code_hashes: recoveryCodes.map(hashOfRecoveryCode),
    offered_at: now,
  };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('factor_offer')
      .values({ account_id: accountId, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute();
    await writeAudit(tx, { accountId, deviceId, action: 'faktor_ditawarkan', details: {} });
  });
  const text = inBase32(secret);
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  const address = `otpauth://totp/${label}?secret=${text}&issuer=${encodeURIComponent(issuer)}`;
  return { secret: text, address, recoveryCodes };
}

/**
 * Confirms the factor that was offered, by its first code: it takes the place of one of before, its recovery codes that of theirs,
 * and every session ends that was opened without it. False: the code is not of it, or nothing was offered lately.
 */
export async function confirmFactor(
  db: Db,
  { accountId, deviceId }: FactorOwner,
  code: string,
  now: Date,
): Promise<boolean> {
  const keys = keysOf(db);
  return inTransaction(db, async (tx) => {
    // Whoever signs in at the same moment with the password alone waits here, and is told to begin anew (`openSession`).
    await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
    const offer = await tx
      .selectFrom('factor_offer')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('offered_at', '>', new Date(now.getTime() - offerMinutes * 60_000))
      .executeTakeFirst();
    if (!offer) return false;
    const secret = openStored(keys, placeOfFactor(accountId, true), offer.secret);
    const step = stepOfCode(secret, plainCode(code), now);
    if (step === undefined) return false;
    await forgetFactor(tx, accountId);
    await tx
      .insertInto('second_factor')
      .values({
        account_id: accountId,
        secret: keys.seal(placeOfFactor(accountId), secret),
        last_step: step,
        confirmed_at: now,
      })
      .execute();
    const hashes = offer.code_hashes.map((code_hash) => ({ account_id: accountId, code_hash }));
    await tx.insertInto('recovery_code').values(hashes).execute();
    await endSessions(tx, accountId, now);
    await writeAudit(tx, { accountId, deviceId, action: 'faktor_dipasang', details: {} });
    return true;
  });
}

/**
 * Whether a code proves the factor of an account, or is one of its recovery codes; it is used up by that, on all servers. Each
 * code of the factor is older than every later one: a clock that was ahead and was set back keeps its person waiting rather than
 * letting a code be shown twice.
 */
export async function proveFactor(
  db: Db,
  owner: FactorOwner,
  code: string,
  now: Date,
): Promise<boolean> {
  const isDigits = new RegExp(`^\\d{${factorDigits}}$`, 'u').test(plainCode(code));
  const isRight = isDigits
    ? await takeFactorCode(db, owner.accountId, plainCode(code), now)
    : await takeRecoveryCode(db, owner, code, now);
  if (!isRight) await writeAudit(db, { ...owner, action: 'kode_salah', details: {} });
  return isRight;
}

async function takeFactorCode(
  db: Db,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select('secret')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) return false;
  const step = stepOfCode(openStored(keysOf(db), placeOfFactor(accountId), row.secret), code, now);
  if (step === undefined) return false;
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    // It may have been replaced meanwhile.
    .where('secret', '=', row.secret)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function takeRecoveryCode(
  db: Db,
  { accountId, deviceId }: FactorOwner,
  code: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('recovery_code')
      .set({ used_at: now })
      .where('account_id', '=', accountId)
      .where('code_hash', '=', hashOfRecoveryCode(code))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeAudit(tx, { accountId, deviceId, action: 'kode_cadangan_dipakai', details: {} });
    return true;
  });
}

/**
 * Takes the factor of an account away, with what was offered and its recovery codes. `entry`: who does it, for the audit. False:
 * it has none.
 */
export async function removeFactor(tx: Tx, accountId: string, entry: AuditEntry): Promise<boolean> {
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
  if (!(await hasFactor(tx, accountId))) return false;
  await forgetFactor(tx, accountId);
  await writeAudit(tx, entry);
  return true;
}

async function forgetFactor(tx: Tx, accountId: string): Promise<void> {
  for (const table of ['second_factor', 'factor_offer', 'recovery_code'] as const) {
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute();
  }
}

/** As an authenticator shows it, with a gap in the middle. */
function plainCode(typed: string): string {
  return typed.replaceAll(/\s/gu, '');
}

function hashOfRecoveryCode(typed: string): string {
  return hashOfSpokenCode('kode cadangan', typed);
}
