import { appendAudit } from '#renderer/data/repositories/audit.ts';
import { ensureDeviceId, seatAccount } from '#renderer/data/repositories/host.ts';
import { leaveSession } from '#renderer/data/repositories/session.ts';
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

/**
 * Forgets the tokens; decisions stay where they are. Resolves with the access token that was in use, so that the server
 * can be told; null when there was none.
 */
export async function forgetSession(ports: SignInPorts, accountId: string): Promise<string | null> {
  const database = ports.openDatabase(accountId);
  try {
    return await leaveSession(database, accountId, new Date(ports.now()));
  } finally {
    database.close();
  }
}
