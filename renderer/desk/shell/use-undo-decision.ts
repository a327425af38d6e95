import { useCallback } from 'react';
import type { Screen } from '#renderer/desk/screen/screen.ts';
import type { Announce } from '#renderer/desk/shell/use-announcer.ts';
import { appText } from '#renderer/desk/text/app.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';

/** Takes the last decision back to the desk and goes to its usul; says so, or why it cannot be. */
export function useUndoDecision(
  { outbox }: Pick<Desk, 'outbox'>,
  go: (screen: Screen) => void,
  announce: Announce,
): () => void {
  return useCallback(() => {
    const store = outbox.getState();
    const { last } = store;
    if (last === null) return announce(appText.nothingToUndo);
    const take = async (): Promise<void> => {
      const result = await store.reopen(last.decisionId);
      if (!result.ok) return announce(`${result.error.message} ${result.error.action}`);
      go({ kind: 'case', usulId: result.value.usulId });
      announce(appText.undone(last.employeeName));
    };
    void take();
  }, [outbox, go, announce]);
}
