import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { factorAskedFrom } from '#server/accounts/factor/factor-policy.ts';
import {
  hasFactor,
  offerFactor,
  removeFactor,
  proveFactor,
} from '#server/accounts/factor/second-factor.ts';
import { isPassword } from '#server/accounts/passwords.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import type { ProvePassword } from '#server/session/prove-password.ts';
import { beginAttempt, forgetAttempts } from '#server/session/sign-in-attempts.ts';
import { actOf } from '#server/store/audit.ts';
import { inTransaction } from '#server/store/database.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/**
 * The own second factor: it is offered to whoever knows the password (and holds the one of before), whether in a session or on the
 * way to one, and confirmed by signing in with its first code. A session alone is not enough for any of it: whoever passes by
 * an open desk must not be able to put a telephone of his own in the place of its owner's.
 */
export function registerFactor(context: RouteContext, prove: ProvePassword): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.offerFactor, async (call) => {
    const { body } = call;
    const proven = await prove(call);
    if (!proven.ok) return proven;
    const { id: accountId, username } = proven.value.account;
    const owner = { accountId, deviceId: body.device.id };
    if (await hasFactor(db, accountId)) {
      if (body.code === undefined) return fail(makeApiError('kode_diperlukan'));
      if (!(await proveFactor(db, owner, body.code, now())))
        return fail(makeApiError('kode_salah'));
    }
    return succeed(await offerFactor(db, { ...owner, username }, now()));
  });
  registerRoute(context, apiRoutes.factorStanding, async ({ requester }) => {
    const { id } = requester.account;
    const factor = await db
      .selectFrom('second_factor')
      .select('confirmed_at')
      .where('account_id', '=', id)
      .executeTakeFirst();
    const left = await db
      .selectFrom('recovery_code')
      .select('code_hash')
      .where('account_id', '=', id)
      .where('used_at', 'is', null)
      .execute();
    return succeed({
      confirmedAt: factor?.confirmed_at.toISOString() ?? null,
      recoveryCodes: left.length,
      askedFrom: (await factorAskedFrom(db, id, now()))?.day ?? null,
    });
  });
  registerRemoval(context);
}

function registerRemoval(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.removeFactor, async ({ body, requester, reply }) => {
    const { account, deviceId, deviceKey: key } = requester;
    if (!isStorableText(body)) {
      return fail(makeApiError('tidak_sah', { message: specificMessages.brokenText }));
    }
    const trier = { login: account.username, deviceId, key };
    const attempt = await beginAttempt(db, account.id, trier, now());
    if (!attempt.granted) {
      void reply.header('retry-after', attempt.waitSeconds);
      return fail(makeApiError('terlalu_sering'));
    }
    const found = await findAccountByLogin(db, account.username);
    if (found?.id !== account.id || !(await isPassword(body.password, found.passwordHash))) {
      return fail(makeApiError('tidak_sah', specificMessages.wrongPassword));
    }
    if ((await factorAskedFrom(db, account.id, now()))?.isDue === true) {
      return fail(makeApiError('tidak_berwenang', specificMessages.factorAsked));
    }
    if (!(await proveFactor(db, { accountId: account.id, deviceId }, body.code, now()))) {
      return fail(makeApiError('tidak_sah', wrongCode));
    }
    await forgetAttempts(db, attempt.subject);
    const acting = { accountId: account.id, deviceId, appointmentId: account.appointmentId };
    await inTransaction(db, (tx) =>
      removeFactor(tx, account.id, actOf(acting, 'faktor_dilepas', {})),
    );
    return succeed(undefined);
  });
}

/** In a session a 401 would read as its end. */
const wrongCode = makeApiError('kode_salah');
