import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { PasswordDesk } from '#renderer/core/passwords/password-contract.ts';
import { passwordSentences } from '#renderer/core/passwords/password-sentences.ts';
import { makeAsk } from '#renderer/core/query/ask.ts';
import { queryFailed } from '#renderer/core/query/query-sentences.ts';
import { keyAfterSignIn, type KeyPorts } from '#renderer/core/session/account-key.ts';
import { signInFailed } from '#renderer/core/session/session-sentences.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { SyncClient } from '#renderer/workers/sync/client.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What passwords stand on. */
export interface PasswordPorts extends KeyPorts {
  readonly sync: () => Promise<Pick<SyncClient, 'activate' | 'ask'>>;
  /** Who sits at the desk; null when nobody does, or it is locked. */
  readonly seated: () => {
    readonly accountId: string;
    readonly database: AccountDatabase;
  } | null;
  /** The server took another password: nobody needs to be asked for one. */
  readonly onChanged: () => void;
}

/** Passwords at the server, and what of them lies on this PC. */
export function makePasswordDesk(ports: PasswordPorts): PasswordDesk {
  return {
    activate: async (request) => {
      const done = await (await ports.sync()).activate(request);
      return done.ok ? succeed(undefined) : fail(signInFailed(done.error));
    },
    change: (oldPassword, newPassword) => change(ports, oldPassword, newPassword),
  };
}

async function change(
  ports: PasswordPorts,
  oldPassword: string,
  newPassword: string,
): Promise<Result<void, ShownError>> {
  const seated = ports.seated();
  if (!seated) return fail(sharedSentences.notSignedIn);
  const ask = makeAsk(ports.sync);
  const done = await ask('changePassword', { body: { oldPassword, newPassword } });
  if (!done.ok) return fail(queryFailed(done.error));
  ports.onChanged();
  return (await isWrapped(ports, seated, newPassword))
    ? succeed(undefined)
    : fail(passwordSentences.notOnThisPc);
}

/**
 * The key of the account lies under the new password from now on, as after a sign-in: the secret of this PC opens it, whatever the
 * password was.
 */
async function isWrapped(
  ports: PasswordPorts,
  { accountId, database }: NonNullable<ReturnType<PasswordPorts['seated']>>,
  password: string,
): Promise<boolean> {
  try {
    const deviceSecret = await readSealedMeta(database, 'deviceSecret');
    if (deviceSecret === undefined) return false;
    return (await keyAfterSignIn(ports, accountId, { password, deviceSecret })).ok;
  } catch (cause) {
    ports.onError(cause);
    return false;
  }
}
