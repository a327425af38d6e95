import { useCallback } from 'react';
import { useStore } from 'zustand';
import { useIdleLock } from '#renderer/desk/lock/use-idle-lock.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { effectiveLockMinutes } from '#renderer/core/session/lock-minutes.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';

/** Locks by command, and by itself when nobody is there. */
export function useLock(
  desk: Pick<Desk, 'session' | 'preferences'>,
  { account, policy }: Extract<SessionState, { kind: 'masuk' }>,
): () => void {
  const minutes = useStore(desk.preferences, ({ preferences }) =>
    effectiveLockMinutes(policy, preferences),
  );
  const lock = useCallback(() => desk.session.getState().lock(), [desk.session]);
  useIdleLock(minutes, account.id, lock);
  return useCallback(() => void lock(), [lock]);
}
