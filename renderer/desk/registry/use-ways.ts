import { useCallback, useMemo, useState } from 'react';
import type { Place } from '#renderer/desk/registry/registry.ts';
import type { Go } from '#renderer/desk/registry/use-place.ts';
import { bulkScreen } from '#renderer/features/bulk/feature.tsx';
import { helpdeskScreen } from '#renderer/features/helpdesk/feature.tsx';
import { inboxScreen } from '#renderer/features/inbox/feature.tsx';
import { outboxScreen, returnedScreen } from '#renderer/features/outbox/feature.tsx';
import { settingsScreen } from '#renderer/features/settings/feature.ts';
import { caseScreen } from '#renderer/features/workbench/feature.ts';
import { addressOf } from '#renderer/frame/screen.tsx';
import type { Ways } from '#renderer/frame/ways.ts';

/** The ways from screen to screen, and what they remember of this sitting. */
export function useWays(place: Place, go: Go): Ways {
  const { settings, returned } = useBefore(place);
  // However the person came to it (a key, the address, "back"): the inbox returns to the usul that was open last.
  const [lastUsulId, setLastUsulId] = useState<string | null>(null);
  const usulId = place.screen.kind === caseScreen.kind ? (place.params['usulId'] ?? null) : null;
  if (usulId !== null && usulId !== lastUsulId) setLastUsulId(usulId);
  // Each way stays the same function, however far the person goes: what hangs on one is not drawn again.
  const ways = useMemo(
    () => ({
      toInbox: () => go(addressOf(inboxScreen, {})),
      toUsul: (id: string) => go(addressOf(caseScreen, { usulId: id })),
      toOutbox: () => go(addressOf(outboxScreen, {})),
      toBulk: () => go(addressOf(bulkScreen, {})),
      toReturned: (decisionId: string | null) => go(addressOf(returnedScreen, { decisionId })),
      toSettings: () => go(addressOf(settingsScreen, {})),
      toReport: () => go(addressOf(helpdeskScreen, {})),
    }),
    [go],
  );
  const isAside = [settingsScreen.kind, helpdeskScreen.kind].includes(place.screen.kind);
  const before = isAside ? settings : returned;
  const back = useCallback(() => go(before), [go, before]);
  return useMemo(() => ({ ...ways, back, lastUsulId }), [ways, back, lastUsulId]);
}

interface Before {
  /** Where the way back from the settings leads. */
  readonly settings: string;
  /** Where the way back from what came back leads; never into the settings, which lead here again. */
  readonly returned: string;
}

/** Where the person was before a screen that one only looks into; its home when it was the first. */
function useBefore({ screen: { kind }, address }: Place): Before {
  const [before, setBefore] = useState<Before>(() => ({
    settings: addressOf(inboxScreen, {}),
    returned: addressOf(outboxScreen, {}),
  }));
  if (kind === settingsScreen.kind || kind === helpdeskScreen.kind) return before;
  const returned = kind === returnedScreen.kind ? before.returned : address;
  if (before.settings !== address || before.returned !== returned) {
    setBefore({ settings: address, returned });
  }
  return before;
}
