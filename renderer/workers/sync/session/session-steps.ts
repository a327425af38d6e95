import { appendAudit } from '#renderer/data/account/account-audit.ts';
import { seatAccount } from '#renderer/data/keyring/host.ts';
import { leaveSession } from '#renderer/data/keyring/leave-session.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { Answer, ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { keepSession } from '#renderer/workers/sync/session/access.ts';
import type { FactorOffer } from '#shared/contract/second-factor.ts';
import type { Session, SignInSteps } from '#shared/contract/session.ts';

/** Asks the server for a session of this PC; nothing is kept yet: that needs the account's key. */
export async function askForSession(
  { api, deviceName }: { readonly api: ServerApi; readonly deviceName: string },
  deviceId: string,
  { username, password, steps }: NamedPassword & { readonly steps: SignInSteps },
): Promise<Answer<Session>> {
  const device = { id: deviceId, name: deviceName.slice(0, 80) };
  return api.call('signIn', { body: { username, password, device, ...steps } });
}

/** Asks the server for a second factor; nothing of it is kept on this PC. */
export async function askForFactor(
  { api, deviceName }: { readonly api: ServerApi; readonly deviceName: string },
  deviceId: string,
  { username, password, code }: NamedPassword & { readonly code?: string | undefined },
): Promise<Answer<FactorOffer>> {
  const device = { id: deviceId, name: deviceName.slice(0, 80) };
  const body = { username, password, device, ...(code !== undefined && { code }) };
  return api.call('offerFactor', { body });
}

interface NamedPassword {
  readonly username: string;
  readonly password: string;
}

/** Keeps a session in the account's own database, sealed with its key, and seats the account on this PC. */
export async function takeSeat(
  host: HostDatabase,
  database: AccountDatabase,
  session: Session,
  now: number,
): Promise<void> {
  await keepSession(database, session, now);
  // An older version compared the password with it.
  await database.meta.delete('passwordCheck');
  const { id } = session.account;
  await appendAudit(database, { event: 'masuk', at: new Date(now), subject: id });
  // Under the appointment that goes on here, which need not be that of the session.
  await seatAccount(host, (await readSealedMeta(database, 'profile')) ?? session, now);
}

/**
 * Forgets the tokens; decisions stay where they are. Resolves with the access token that was in use, so that the server
 * can be told; null when there was none, or when it lies sealed and the key is not here.
 */
export async function forgetSession(
  database: AccountDatabase,
  accountId: string,
  now: number,
): Promise<string | null> {
  return leaveSession(database, accountId, new Date(now));
}
