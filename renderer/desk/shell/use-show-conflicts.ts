import { useCallback } from 'react';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { Ways } from '#renderer/frame/ways.ts';

/** Goes to the decisions that came back; says so when there are none. */
export function useShowConflicts(
  { outbox }: Pick<Desk, 'outbox'>,
  { toReturned }: Pick<Ways, 'toReturned'>,
  announce: Announce,
): () => void {
  return useCallback(() => {
    if (outbox.getState().refused > 0) toReturned(null);
    else announce(conflictsText.none);
  }, [outbox, toReturned, announce]);
}
