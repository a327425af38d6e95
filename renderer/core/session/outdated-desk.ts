import type { RawSeat } from '#renderer/data/keyring/read-seat.ts';
import { sendWaitingFailed, sessionSentences } from '#renderer/core/session/session-sentences.ts';
import { keyForReading, type KeyPorts } from '#renderer/core/session/account-key.ts';
import type { SessionState, SessionStore } from '#renderer/core/session/session-contract.ts';
import type { SyncClient } from '#renderer/workers/sync/client.ts';
import type { SignInSteps } from '#shared/contract/session.ts';
import { fail } from '#shared/kernel/result.ts';

/** What is needed at a desk whose database a newer version of the application wrote. */
export interface OutdatedPorts extends Omit<KeyPorts, 'host'> {
  readonly readSeat: () => Promise<RawSeat | null>;
  readonly countWaiting: (accountId: string) => Promise<number>;
  readonly sync: () => Promise<Pick<SyncClient, 'signIn'>>;
}

type Outdated = Extract<SessionState, { kind: 'versi_lama' }>;

/** What a person sees of a desk that this version cannot open. */
export async function readOutdated(ports: OutdatedPorts): Promise<Outdated> {
  try {
    const seat = await ports.readSeat();
    const waiting = seat ? await ports.countWaiting(seat.accountId) : 0;
    return { kind: 'versi_lama', username: seat?.username ?? '', waiting };
  } catch (cause) {
    // That it cannot be opened is said in any case.
    ports.onError(cause);
    return { kind: 'versi_lama', username: '', waiting: 0 };
  }
}

/** Sends what waits there, with the password of the one who sits here. */
export async function sendOutdated(
  ports: OutdatedPorts,
  password: string,
  steps: SignInSteps = {},
): ReturnType<SessionStore['sendWaiting']> {
  try {
    return await send(ports, password, steps);
  } catch (cause) {
    ports.onError(cause);
    return fail(sessionSentences.outboxUnreadable);
  }
}

async function send(
  ports: OutdatedPorts,
  password: string,
  steps: SignInSteps = {},
): ReturnType<SessionStore['sendWaiting']> {
  const seat = await ports.readSeat();
  if (!seat) return fail(sessionSentences.notOutboxOwner);
  const { username, deviceId, accountId, envelope } = seat;
  const signedIn = await (await ports.sync()).signIn(username, password, steps, deviceId);
  if (!signedIn.ok) return fail(sendWaitingFailed(signedIn.error));
  const { account, deviceSecret } = signedIn.value;
  if (account.id !== accountId) return fail(sessionSentences.notOutboxOwner);
  const key = await keyForReading(ports, accountId, envelope, {
    password: steps.newPassword ?? password,
    deviceSecret,
  });
  if (!key.ok) return fail(sessionSentences.protectionNotReady);
  if (!key.value) return fail(sessionSentences.outboxUnreadable);
  const sent = await signedIn.value.sendWaiting(key.value);
  return sent.ok ? sent : fail(sendWaitingFailed(sent.error));
}
