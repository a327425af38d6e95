import { useCallback } from 'react';
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
  return useCallback(() => {
    const store = outbox.getState();
    const { last } = store;
    if (last === null) return announce(appText.nothingToUndo);
    const take = async (): Promise<void> => {
      const result = await store.reopen(last.decisionId);
      if (!result.ok) return announce(`${result.error.message} ${result.error.action}`);
      toUsul(result.value.usulId);
      announce(appText.undone(last.employeeName));
    };
    void take();
  }, [outbox, toUsul, announce]);
}
