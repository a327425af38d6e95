import { beginUnlock } from '#renderer/data/repositories/host.ts';
import { readMeta } from '#renderer/data/repositories/meta.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { sentences, waitToUnlock, wrongPassword } from '#renderer/state/sentences.ts';
import { verifyPassword } from '#renderer/state/session/password-check.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What unlocking needs. */
export interface UnlockPorts {
  readonly host: HostDatabase;
  readonly database: AccountDatabase;
  readonly accountId: string;
  readonly now: () => Date;
}

/**
 * Whether the password opens the desk, as this PC can tell. `tidak_diketahui`: nothing here to compare it with; `salah`
 * says what the person is told, unless the server knows better.
 */
export type UnlockAnswer =
  | { readonly kind: 'benar' | 'tidak_diketahui' }
  | { readonly kind: 'salah'; readonly error: ShownError };

const longestWaitMs = 60_000;

/** Compares a password with what this PC keeps, without network; fails when none may be tried now. */
export async function tryPassword(
  ports: UnlockPorts,
  password: string,
): Promise<Result<UnlockAnswer, ShownError>> {
  if (password === '') return fail(sentences.kataSandiKosong);
  const check = await readMeta(ports.database, 'passwordCheck');
  if (!check) return succeed({ kind: 'tidak_diketahui' });
  const { host, accountId, now } = ports;
  const { granted, waitMs } = await beginUnlock(host, accountId, now().getTime(), waitAfter);
  if (!granted) return fail(waitToUnlock(seconds(waitMs)));
  const matches = await verifyPassword(check, password);
  if (matches) return succeed({ kind: 'benar' });
  return succeed({ kind: 'salah', error: wrongPassword(seconds(waitMs)) });
}

/** Milliseconds to wait after so many wrong passwords in a row: 1 s, 2 s, 4 s, … at most a minute. */
export function waitAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failures - 1));
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
