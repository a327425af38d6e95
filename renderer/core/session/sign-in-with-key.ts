import { startOver } from '#renderer/data/feed/start-over.ts';
import { isDatabaseNewer } from '#renderer/data/schema/newer-database.ts';
import { lockedVault, makeVault } from '#renderer/data/sealing/vault.ts';
import {
  noDeskFor,
  sessionSentences,
  signInFailed,
} from '#renderer/core/session/session-sentences.ts';
import { keyAfterSignIn, type KeyUnavailable } from '#renderer/core/session/account-key.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Profile } from '#renderer/workers/sync/client.ts';
import { offeredAppointments } from '#renderer/core/session/offered-appointments.ts';
import type { SignInSteps } from '#shared/contract/session.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Who signed in, with the account's key. `keyLost`: what another key sealed here before cannot be opened any more. */
export interface OpenedAccount {
  readonly profile: Profile;
  readonly key: CryptoKey;
  readonly keyLost: boolean;
  readonly newPasswordAsked: boolean;
}

/** What was typed to sign in. */
interface TypedSignIn {
  readonly username: string;
  readonly password: string;
  readonly steps: SignInSteps;
}

const unavailable: Readonly<Record<KeyUnavailable, ShownError>> = {
  tak_tersedia: sessionSentences.protectionNotReady,
  versi_baru: sessionSentences.databaseNewer,
};

/**
 * Signs in over the network and opens the account's key: with the password, else with the device's secret (the password
 * was changed on the server), else a new one. The session is kept, sealed with it, when this resolves. `leave` clears the
 * desk of an account whose key was lost.
 */
export async function signInWithKey(
  ports: SessionPorts,
  { username, password, steps }: TypedSignIn,
  leave: (accountId: string) => Promise<void>,
): Promise<Result<OpenedAccount, ShownError>> {
  const sync = await ports.sync();
  const answer = await sync.signIn(username, password, steps);
  if (!answer.ok) return fail(signInFailed(answer.error));
  const { account, policy, deviceSecret, newPasswordAsked } = answer.value;
  const { deskRoles } = ports;
  // Before anything of it is kept here. Whose decisions wait on this PC is let in, so that they are sent, and told then.
  if (!hasDesk(answer.value, deskRoles) && (await ports.countWaiting(account.id)) === 0) {
    await answer.value.decline();
    return fail(noDeskFor(account.role, deskRoles ?? []));
  }
  // Before anything on this PC is changed, its envelope too.
  if (await isDatabaseNewer(ports.openDatabase(account.id, lockedVault))) {
    return fail(sessionSentences.databaseNewer);
  }
  const { host, sealing, envelopes, onError } = ports;
  const opened = await keyAfterSignIn({ host, sealing, envelopes, onError }, account.id, {
    password: steps.newPassword ?? password,
    deviceSecret,
  });
  if (!opened.ok) return fail(unavailable[opened.error]);
  const { key, origin } = opened.value;
  if (origin === 'hilang') {
    await leave(account.id);
    const database = ports.openDatabase(account.id, makeVault(key));
    try {
      await startOver(database);
    } finally {
      database.close();
    }
  }
  if (!(await answer.value.keep(key))) return fail(sessionSentences.sessionNotKept);
  const profile = { account, policy };
  return succeed({ profile, key, keyLost: origin === 'hilang', newPasswordAsked });
}

/** Whether the application has a desk for whoever signed in, under this appointment or another one. */
function hasDesk(
  { account, appointments }: Profile,
  deskRoles: SessionPorts['deskRoles'],
): boolean {
  if (!deskRoles || deskRoles.includes(account.role)) return true;
  return offeredAppointments(appointments, deskRoles).length > 0;
}
