import { findAccountByLogin, nipAsTyped, type StoredAccount } from '#server/accounts/accounts.ts';
import { mergedInto } from '#server/accounts/merge-accounts.ts';
import { hashPassword, isPassword } from '#server/accounts/passwords.ts';
import { addressOf, limitCalls } from '#server/http/call-limit.ts';
import { isProof } from '#server/http/device-proof.ts';
import type { RouteCall, RouteContext } from '#server/http/register-route.ts';
import { beginAttempt } from '#server/session/sign-in-attempts.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { apiRoutes } from '#shared/contract/api.ts';
import { signInProofText, type DeviceProof } from '#shared/contract/device-proof.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import type { SignInRequest } from '#shared/contract/session.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** An office behind one address has many people; nobody there needs ten times the attempts of one account. */
const accountsPerAddress = 10;

/** Who knows the password of an account, which is open. */
export interface ProvenPassword {
  readonly account: StoredAccount;
  /** Under what this try counts: it is forgotten once everything was proven that is asked for, and no earlier. */
  readonly subject: string;
  /** The key of the PC; null: it stated none. */
  readonly key: string | null;
}

/** What a try is made with. */
interface Try extends Pick<RouteCall<typeof apiRoutes.signIn>, 'request' | 'reply'> {
  readonly body: Pick<SignInRequest, 'username' | 'password' | 'device' | 'proof'>;
}

/** Whether somebody knows a password; all that fails is told and takes alike, whether the account exists or not. */
export type ProvePassword = (tried: Try) => Promise<Result<ProvenPassword, ApiError>>;

/** Makes what sign-in and the offer of a second factor ask first; their tries count together. */
export async function makeProvePassword(
  { app, ports }: RouteContext,
  signInAttempts: number,
): Promise<ProvePassword> {
  const { db, now } = ports;
  // Compared with when there is no such account, so that both answers take the same time.
  const nobodysHash = await hashPassword('tidak ada akun ini');
  const limits = [
    // Else one address could try every account, or push a counter out of memory by naming thousands of others.
    limitCalls(app, { max: signInAttempts * accountsPerAddress, minutes: 5, keyOf: addressOf }),
    limitCalls(app, {
      max: signInAttempts,
      minutes: 5,
      keyOf: (request) => `${addressOf(request)} ${loginOf(request.body)}`,
    }),
  ];
  return async ({ body, request, reply }) => {
    for (const tooMany of limits) {
      if (await tooMany(request, reply)) return fail(makeApiError('terlalu_sering'));
    }
    if (!isStorableText(body)) {
      return fail(makeApiError('tidak_sah', { message: specificMessages.brokenText }));
    }
    const proven = await provenKey(body.proof, signInProofText(body.device.id, body.username));
    if (!proven.ok) return proven;
    const found = await findAccountByLogin(db, body.username);
    const tried = { login: loginOf(body), deviceId: body.device.id, key: proven.value };
    const attempt = await beginAttempt(db, found?.id, tried, now());
    if (!attempt.granted) {
      void reply.header('retry-after', attempt.waitSeconds);
      return fail(makeApiError('terlalu_sering'));
    }
    const isRight = await isPassword(body.password, found?.passwordHash ?? nobodysHash);
    if (!found?.active || !isRight) {
      return fail(await whyNotProven(db, found, isRight, body.device.id));
    }
    return succeed({ account: found, subject: attempt.subject, key: proven.value });
  };
}

/** An account that was merged says which one to use, to whoever knows its password; everybody else is told the same. */
async function whyNotProven(
  db: Db,
  found: StoredAccount | undefined,
  isRight: boolean,
  deviceId: string,
): Promise<ApiError> {
  const other = found && isRight ? await mergedInto(db, found.id) : undefined;
  if (other !== undefined) {
    return makeApiError('tidak_berwenang', specificMessages.mergedInto(other));
  }
  const accountId = found?.id ?? null;
  await writeAudit(db, { accountId, deviceId, action: 'masuk_gagal', details: {} });
  return makeApiError('sandi_salah');
}

/** The key that a caller proved to hold; null: he states none. One that he does not hold is no oversight. */
export async function provenKey(
  proof: DeviceProof | undefined,
  text: string,
): Promise<Result<string | null, ApiError>> {
  if (!proof) return succeed(null);
  return (await isProof(proof, text)) ? succeed(proof.key) : fail(makeApiError('belum_masuk'));
}

/** The name in one spelling, so that attempts on one account count together; the body has been parsed before. */
function loginOf(body: unknown): string {
  const login =
    typeof body === 'object' && body !== null && 'username' in body ? body.username : '';
  return typeof login === 'string' ? nipAsTyped(login).toLowerCase().slice(0, 60) : '';
}
