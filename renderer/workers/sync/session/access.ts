import { forgetMeta } from '#renderer/data/rows/meta.ts';
import { isMetaRow, openMeta, readSealedMeta, sealMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { SealedMetaRow } from '#renderer/data/schema/stored-rows.ts';
import type { Answer } from '#renderer/workers/sync/http/server-api.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const earlyMs = 30_000;

type Tokens = Pick<Session, 'accessToken' | 'refreshToken'>;

/**
 * Makes a call with a valid access token. A token about to end is renewed first; a 401 is answered by one renewal and
 * one more try. When the session cannot be renewed the step fails with `perlu_masuk`; the outbox waits.
 */
export async function withAccess<T>(
  ports: SyncPorts,
  call: (accessToken: string) => Promise<Answer<T>>,
): Promise<Step<T>> {
  const tokens = await readSealedMeta(ports.database, 'tokens');
  if (!tokens) return fail({ kind: 'perlu_masuk' });
  const ending = tokens.accessExpiresAt - ports.now() < earlyMs;
  const first = ending ? await renewAccess(ports, tokens) : succeed(tokens);
  if (!first.ok) return first;
  const answer = await call(first.value.accessToken);
  if (!isUnauthorized(answer)) return answer;
  const renewed = await renewAccess(ports, first.value);
  if (!renewed.ok) return renewed;
  const again = await call(renewed.value.accessToken);
  return isUnauthorized(again) ? fail({ kind: 'perlu_masuk' }) : again;
}

/** Keeps a session: its tokens are on the disk before they are used, because a refresh token works only once. */
export async function keepSession(
  database: AccountDatabase,
  session: Session,
  now: number,
): Promise<void> {
  await database.meta.bulkPut(await sealSession(database, session, now));
}

async function sealSession(
  database: AccountDatabase,
  session: Session,
  now: number,
): Promise<SealedMetaRow[]> {
  const { account, policy, deviceSecret } = session;
  const { accessToken, refreshToken, accessExpiresInSeconds } = session;
  const accessExpiresAt = now + accessExpiresInSeconds * 1000;
  return Promise.all([
    sealMeta(database, 'profile', { account, policy }),
    sealMeta(database, 'deviceSecret', deviceSecret),
    sealMeta(database, 'tokens', { accessToken, refreshToken, accessExpiresAt }),
  ]);
}

// Windows and parallel calls take turns; who comes second finds the new tokens and does not spend another. They are told
// apart by the refresh token: two access tokens of one second are the same text.
async function renewAccess(ports: SyncPorts, stale: Tokens): Promise<Step<Tokens>> {
  const renewed = await ports.exclusively(`meja-token-${ports.accountId}`, async () => {
    const row: unknown = await ports.database.meta.get('tokens');
    const tokens = await openMeta(ports.database, 'tokens', row);
    if (!tokens) return fail({ kind: 'perlu_masuk' } as const);
    if (tokens.refreshToken !== stale.refreshToken) return succeed(tokens);
    return exchangeRefreshToken(ports, tokens.refreshToken, row);
  });
  return renewed ?? fail({ kind: 'tak_terjangkau' });
}

async function exchangeRefreshToken(
  ports: SyncPorts,
  refreshToken: string,
  row: unknown,
): Promise<Step<Tokens>> {
  const { api, database, deviceId } = ports;
  const answer = await api.call('refresh', { body: { refreshToken, deviceId } });
  if (!answer.ok && !isFinal(answer.error)) return answer;
  const renewed = answer.ok ? await sealSession(database, answer.value, ports.now()) : null;
  const kept = await database.transaction('rw', database.meta, async () => {
    // While the server was asked somebody signed out (that stays so) or in (that session is the newer one).
    if (!(await isMetaRow(database, 'tokens', row))) return false;
    if (renewed) await database.meta.bulkPut(renewed);
    else await forgetMeta(database, 'tokens');
    return true;
  });
  if (kept && answer.ok) return succeed(answer.value);
  const now = await readSealedMeta(database, 'tokens');
  return now ? succeed(now) : fail({ kind: 'perlu_masuk' });
}

function isUnauthorized(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.error.kind === 'server' && answer.error.status === 401;
}

// Only the server's own word ends a session; a busy or broken server does not.
function isFinal(fault: Fault): boolean {
  if (fault.kind !== 'server') return false;
  // A revoked PC, and an appointment that ended, are told so at every call: their session is ended with all the rest
  // (`endIfRevoked`).
  if (['perangkat_dicabut', 'penunjukan_berakhir'].includes(fault.error.kind)) return false;
  return [400, 401, 403, 404].includes(fault.status);
}
