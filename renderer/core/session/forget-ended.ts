import { forgetAccount } from '#renderer/data/keyring/host.ts';
import type { AccountEnd } from '#renderer/core/session/account-end.ts';
import type { SessionPorts } from '#renderer/core/session/session-ports.ts';

/**
 * Forgets what this PC knew of an account that the server ended. Decisions that nobody took stay as they lie, and so does
 * what opens them.
 */
export async function forgetEnded(
  { host, eraseJournal, onError }: Pick<SessionPorts, 'host' | 'eraseJournal' | 'onError'>,
  accountId: string,
  { unheard }: AccountEnd,
): Promise<void> {
  await forgetAccount(host, accountId, unheard ? 'kunci_tetap' : 'semua').catch(onError);
  if (!unheard) await eraseJournal(accountId).catch(onError);
}
