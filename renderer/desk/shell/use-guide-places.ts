import { useCallback } from 'react';
import type { Screen } from '#renderer/frame/screen.tsx';
import type { Ways } from '#renderer/frame/ways.ts';
import { inboxScreen } from '#renderer/features/inbox/feature.tsx';
import { outboxScreen } from '#renderer/features/outbox/feature.tsx';
import { caseScreen } from '#renderer/features/workbench/feature.ts';
import type { GuidePlace } from '#renderer/features/guide/guide-steps.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { needsDecision } from '#renderer/core/inbox/inbox-list.ts';

/** Goes to the screen that the guide speaks of; stays where it is to be seen already, or where there is nothing to show. */
export function useGuidePlaces(
  { inbox }: Pick<Desk, 'inbox'>,
  ways: Pick<Ways, 'toInbox' | 'toUsul' | 'toOutbox' | 'lastUsulId'>,
  screen: Pick<Screen, 'kind'>,
): (place: GuidePlace) => void {
  return useCallback(
    (place) => {
      const kinds = {
        kotak_masuk: inboxScreen.kind,
        meja_periksa: caseScreen.kind,
        antrean_kirim: outboxScreen.kind,
      };
      if (screen.kind === kinds[place]) return;
      if (place === 'kotak_masuk') return ways.toInbox();
      if (place === 'antrean_kirim') return ways.toOutbox();
      const { queue, rows } = inbox.getState();
      const last = rows.find(({ id }) => id === ways.lastUsulId);
      const shown = last ?? queue.find((row) => needsDecision(row)) ?? queue[0];
      if (shown) ways.toUsul(shown.id);
    },
    [inbox, ways, screen],
  );
}
