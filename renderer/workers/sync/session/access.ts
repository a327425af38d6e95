import {
  keepProfile,
  type KeptProfile,
  type PutMeta,
} from '#renderer/data/appointments/list-in-use.ts';
import { forgetMeta, readMeta } from '#renderer/data/rows/meta.ts';
import { isMetaRow, openMeta, readSealedMeta, sealMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Answer } from '#renderer/workers/sync/http/server-api.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { Session } from '#shared/contract/session.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

const earlyMs = 30_000;

type Tokens = Pick<Session, 'accessToken' | 'refreshToken'>;

/**
 * Makes a call with a valid access token. A token about to end is renewed first; a 401, and an appointment that has ended, are
 * answered by one renewal (which says under which ones the person may act) and one more try. When the session cannot be renewed
 * the step fails with `perlu_masuk`; the outbox waits.
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
  if (!isUnauthorized(answer) && !hasEnded(answer)) return answer;
  const renewed = await renewAccess(ports, first.value);
  if (!renewed.ok) return renewed;
  const again = await call(renewed.value.accessToken);
  return isUnauthorized(again) ? fail({ kind: 'perlu_masuk' }) : again;
}

/** Asks the server under which appointments the person may act now, though the access token has not run out. */
export async function renewNow(ports: SyncPorts): Promise<Step<void>> {
  const tokens = await readSealedMeta(ports.database, 'tokens');
  if (!tokens) return fail({ kind: 'perlu_masuk' });
  const renewed = await renewAccess(ports, tokens);
  return renewed.ok ? succeed(undefined) : renewed;
}

/** Keeps a session: its tokens are on the disk before they are used, because a refresh token works only once. */
export async function keepSession(
  database: AccountDatabase,
  session: Session,
  now: number,
): Promise<void> {
  await keepProfile(database, profileIn(session), await sealSession(database, session, now));
}

function profileIn({ account, policy, appointments }: Session): KeptProfile {
  return { account, policy, ...(appointments && { appointments }) };
}

async function sealSession(
  database: AccountDatabase,
  session: Session,
  now: number,
): Promise<readonly PutMeta[]> {
  const { account, deviceSecret } = session;
  const { accessToken, refreshToken, accessExpiresInSeconds } = session;
  const accessExpiresAt = now + accessExpiresInSeconds * 1000;
  const { appointmentId: value } = account;
  const sealed = await Promise.all([
    sealMeta(database, 'deviceSecret', deviceSecret),
    sealMeta(database, 'tokens', { accessToken, refreshToken, accessExpiresAt }),
  ]);
  return value === undefined ? sealed : [...sealed, { key: 'sessionAppointment', value }];
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
  // What this PC works under: where that has ended, the session goes on under another one, if there is one.
  const appointmentId = await readMeta(database, 'appointment');
  const body = { refreshToken, deviceId, ...(appointmentId !== undefined && { appointmentId }) };
  const answer = await api.call('refresh', { body });
  if (!answer.ok && !isFinal(answer.error)) return answer;
  // While the server was asked somebody signed out (that stays so) or in (that session is the newer one).
  const isCurrent = () => isMetaRow(database, 'tokens', row);
  const kept = answer.ok
    ? await keepProfile(
        database,
        profileIn(answer.value),
        await sealSession(database, answer.value, ports.now()),
        isCurrent,
      )
    : await database.transaction('rw', database.meta, async () => {
        const current = await isCurrent();
        if (current) await forgetMeta(database, 'tokens');
        return current;
      });
  if (kept && answer.ok) return succeed(answer.value);
  const now = await readSealedMeta(database, 'tokens');
  return now ? succeed(now) : fail({ kind: 'perlu_masuk' });
}

function isUnauthorized(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.error.kind === 'server' && answer.error.status === 401;
}

function hasEnded(answer: Answer<unknown>): boolean {
  if (answer.ok || answer.error.kind !== 'server') return false;
  return answer.error.error.kind === 'penunjukan_berakhir';
}

// Only the server's own word ends a session; a busy or broken server does not.
function isFinal(fault: Fault): boolean {
  if (fault.kind !== 'server') return false;
  // A revoked PC, and an appointment that ended, are told so at every call: their session is ended with all the rest
  // (`endIfRevoked`).
  if (['perangkat_dicabut', 'penunjukan_berakhir'].includes(fault.error.kind)) return false;
  return [400, 401, 403, 404].includes(fault.status);
}
