import { useCallback, useRef } from 'react';
import { appText } from '#renderer/desk/text/app.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { Ways } from '#renderer/frame/ways.ts';

/** Takes the last decision back to the desk and goes to its usul; says so, or why it cannot be. */
export function useUndoDecision(
  { outbox }: Pick<Desk, 'outbox'>,
  { toUsul }: Pick<Ways, 'toUsul'>,
  announce: Announce,
): () => void {
  // One after the other: a second press means the decision that is the last one then.
  const turn = useRef(Promise.resolve());
  return useCallback(() => {
    const take = async (): Promise<void> => {
      const store = outbox.getState();
      const { last } = store;
      if (last === null) return announce(appText.nothingToUndo);
      const result = await store.reopen(last.decisionId);
      if (!result.ok) return announce(`${result.error.message} ${result.error.action}`);
      toUsul(result.value.usulId);
      announce(appText.undone(last.employeeName));
    };
    turn.current = turn.current.then(take);
  }, [outbox, toUsul, announce]);
}
