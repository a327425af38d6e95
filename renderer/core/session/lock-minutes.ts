import type { Preferences } from '#renderer/core/preferences/preferences.ts';
import type { Policy } from '#shared/contract/session.ts';

/** Idle minutes until the desk locks: what the person set, but never longer than the server allows. */
export function effectiveLockMinutes(
  policy: Pick<Policy, 'lockAfterMinutes'>,
  preferences: Pick<Preferences, 'lockMinutes'>,
): number {
  return Math.min(policy.lockAfterMinutes, preferences.lockMinutes ?? policy.lockAfterMinutes);
}
