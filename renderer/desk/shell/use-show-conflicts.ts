import { useCallback } from 'react';
import type { Screen } from '#renderer/desk/screen/screen.ts';
import type { Announce } from '#renderer/desk/shell/use-announcer.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';

/** Goes to the decisions that came back; says so when there are none. */
export function useShowConflicts(
  { outbox }: Pick<Desk, 'outbox'>,
  go: (screen: Screen) => void,
  announce: Announce,
): () => void {
  return useCallback(() => {
    if (outbox.getState().refused > 0) go({ kind: 'conflicts', decisionId: null });
    else announce(conflictsText.none);
  }, [outbox, go, announce]);
}
