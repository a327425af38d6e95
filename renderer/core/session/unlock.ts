import { beginUnlock } from '#renderer/data/keyring/host.ts';
import { mayUnlockOffline, readEnvelope, replaceEnvelope } from '#renderer/data/keyring/keyring.ts';
import { openWithPassword, type Envelope } from '#renderer/data/sealing/envelope.ts';
import {
  sessionSentences,
  waitToUnlock,
  wrongPassword,
} from '#renderer/core/session/session-sentences.ts';
import { keepCopy, type KeyPorts } from '#renderer/core/session/account-key.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What unlocking needs. */
export interface UnlockPorts extends KeyPorts {
  readonly accountId: string;
  readonly now: () => Date;
}

/**
 * What a password opens on this PC alone. `needs_server`: nothing, before the server was asked; `wrong`: nothing, unless
 * the server knows better. Both say what the person is told if it cannot be asked.
 */
export type UnlockAnswer =
  | { readonly kind: 'opened'; readonly key: CryptoKey }
  | { readonly kind: 'needs_server' | 'wrong'; readonly error: ShownError };

const longestWaitMs = 60_000;

/** Opens the account's key with a password, without network; fails when none may be tried now. */
export async function tryPassword(
  ports: UnlockPorts,
  password: string,
): Promise<Result<UnlockAnswer, ShownError>> {
  if (password === '') return fail(sessionSentences.passwordMissing);
  const { host, accountId, now } = ports;
  const envelope = await readEnvelope(host, accountId);
  if (!envelope)
    return succeed({ kind: 'needs_server', error: sessionSentences.unlockNeedsNetwork });
  if (!(await mayUnlockOffline(host, accountId, now().getTime()))) {
    return succeed({ kind: 'needs_server', error: sessionSentences.tooLongOffline });
  }
  const { granted, waitMs } = await beginUnlock(host, accountId, now().getTime(), waitAfter);
  if (!granted) return fail(waitToUnlock(seconds(waitMs)));
  return open(ports, envelope, password, wrongPassword(seconds(waitMs)));
}

async function open(
  ports: UnlockPorts,
  envelope: Envelope,
  password: string,
  wrong: ShownError,
): Promise<Result<UnlockAnswer, ShownError>> {
  const opened = await openWithPassword(envelope, password, ports.sealing.protection);
  if (opened.ok) {
    const { key, envelope: renewed } = opened.value;
    // The operating system may have protected it anew.
    if (renewed.password.bytes !== envelope.password.bytes) {
      if (await replaceEnvelope(ports.host, envelope, renewed, true))
        await keepCopy(ports, renewed, [envelope]);
    }
    return succeed({ kind: 'opened', key });
  }
  switch (opened.error) {
    case 'salah':
      return succeed({ kind: 'wrong', error: wrong });
    case 'hilang':
      return succeed({ kind: 'needs_server', error: sessionSentences.keyLost });
    case 'tak_tersedia':
      return fail(sessionSentences.protectionNotReady);
  }
}

/** Milliseconds to wait after so many wrong passwords in a row: 1 s, 2 s, 4 s, … at most a minute. */
export function waitAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failures - 1));
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
