import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { ensureDeviceId, seatAccount } from '#renderer/data/repositories/host.ts';
import { forgetMeta, readMeta } from '#renderer/data/repositories/meta.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { SignInAnswer } from '#renderer/workers/sync/messages.ts';
import { keepSession } from '#renderer/workers/sync/session/access.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What signing in stands on. */
export interface SignInPorts {
  readonly api: ServerApi;
  readonly host: HostDatabase;
  readonly openDatabase: (accountId: string) => AccountDatabase;
  readonly deviceName: string;
  readonly now: () => number;
  readonly isOnline: () => boolean;
}

/** Signs in, keeps the session in the account's own database, and seats the account on this PC. */
export async function signIn(
  ports: SignInPorts,
  username: string,
  password: string,
): Promise<SignInAnswer> {
  const device = { id: await ensureDeviceId(ports.host), name: ports.deviceName.slice(0, 80) };
  const answer = await ports.api.signIn({ username, password, device });
  if (!answer.ok) return fail(answer.error);
  const { account, policy } = answer.value;
  const database = ports.openDatabase(account.id);
  try {
    await keepSession(database, answer.value, ports.now());
    const at = new Date(ports.now());
    await appendAudit(database, { event: 'masuk', at, subject: account.id });
  } finally {
    database.close();
  }
  await seatAccount(ports.host, account);
  return succeed({ account, policy });
}

/** Tells the server as far as it can be reached, and forgets the tokens; decisions stay where they are. */
export async function signOut(ports: SignInPorts, accountId: string): Promise<void> {
  const database = ports.openDatabase(accountId);
  try {
    const tokens = await readMeta(database, 'tokens');
    await forgetMeta(database, 'tokens');
    await appendAudit(database, { event: 'keluar', at: new Date(ports.now()), subject: accountId });
    // Best effort: the refresh token is gone from here in any case and ends by itself on the server.
    if (tokens && ports.isOnline()) await ports.api.signOut(tokens.accessToken);
  } finally {
    database.close();
  }
}
