import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppPorts } from '#renderer/desk/app-ports.ts';
import type { Screen } from '#renderer/desk/screen/screen.ts';
import type { Announce } from '#renderer/desk/shell/use-announcer.ts';
import { appText } from '#renderer/desk/text/app.ts';
import { InboxScreen } from '#renderer/features/inbox/inbox-screen.tsx';
import { ConflictScreen } from '#renderer/features/outbox/conflict/conflict-screen.tsx';
import { OutboxScreen } from '#renderer/features/outbox/outbox-screen.tsx';
import { WorkbenchScreen } from '#renderer/features/workbench/workbench-screen.tsx';
import { sharedText } from '#renderer/frame/shared-text.ts';
import type { Policy } from '#shared/contract/session.ts';
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx';

interface CurrentScreenProps {
  readonly screen: Screen;
  readonly go: (screen: Screen) => void;
  readonly ports: AppPorts;
  readonly policy: Policy;
  readonly announce: Announce;
}

const titles = {
  inbox: appText.inbox,
  case: appText.workbench,
  outbox: appText.outbox,
  conflicts: appText.conflicts,
  settings: appText.settings,
} as const satisfies Record<Screen['kind'], string>;

/** Where the features meet: each screen with the ways to the others. */
export function CurrentScreen({ screen, go, ports, policy, announce }: CurrentScreenProps) {
  const { desk, workers } = ports;
  const [lastUsulId, setLastUsulId] = useState<string | null>(null);
  const usulId = screen.kind === 'case' ? screen.usulId : null;
  // However the person came to it (a key, the address, "back"): the inbox returns to the usul that was open last.
  if (usulId !== null && usulId !== lastUsulId) setLastUsulId(usulId);
  const { onOpen, onLeave, onOutbox, onCompare, onBack } = useWays(screen, go);
  useEffect(() => {
    document.title = `${titles[screen.kind]} · ${sharedText.product}`;
  }, [screen.kind]);
  useEffect(() => {
    const store = desk.currentCase.getState();
    // A failure to open is a state of the case store, shown by the workbench.
    if (usulId === null) store.close();
    else void store.open(usulId);
  }, [desk.currentCase, usulId]);
  const markFoundAllowed = policy.markFoundAllowed;
  const workbench = useMemo(
    () => ({ desk, workers, markFoundAllowed, onOpen, onLeave, announce }),
    [desk, workers, markFoundAllowed, onOpen, onLeave, announce],
  );
  switch (screen.kind) {
    case 'inbox':
      return <InboxScreen desk={desk} startAt={lastUsulId} onOpen={onOpen} onOutbox={onOutbox} />;
    case 'outbox':
      return (
        <OutboxScreen
          desk={desk}
          onOpen={onOpen}
          onCompare={onCompare}
          onInbox={onLeave}
          announce={announce}
        />
      );
    case 'conflicts':
      return (
        <ConflictScreen
          desk={desk}
          startAt={screen.decisionId}
          onOpen={onOpen}
          onBack={onBack}
          onOutbox={onOutbox}
          announce={announce}
        />
      );
    case 'settings':
      return (
        <SettingsScreen
          desk={desk}
          longestLockMinutes={policy.lockAfterMinutes}
          onInbox={onLeave}
          announce={announce}
        />
      );
    case 'case':
      return <WorkbenchScreen ports={workbench} />;
  }
}

/** The ways from screen to screen. */
function useWays(screen: Screen, go: (screen: Screen) => void) {
  // Where the person was before looking at what came back; there the way back leads.
  const [before, setBefore] = useState<Screen>({ kind: 'outbox' });
  if (screen.kind !== 'conflicts' && screen !== before) setBefore(screen);
  return {
    onOpen: useCallback((usulId: string) => go({ kind: 'case', usulId }), [go]),
    onLeave: useCallback(() => go({ kind: 'inbox' }), [go]),
    onOutbox: useCallback(() => go({ kind: 'outbox' }), [go]),
    onCompare: useCallback((decisionId: string) => go({ kind: 'conflicts', decisionId }), [go]),
    onBack: useCallback(() => go(before), [go, before]),
  };
}
