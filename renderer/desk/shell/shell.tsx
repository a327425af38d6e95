import { useCallback, useMemo, useEffect } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import type { AppPorts } from '#renderer/desk/app-ports.ts';
import { useLock } from '#renderer/desk/lock/use-lock.ts';
import { features } from '#renderer/desk/registry/features.ts';
import { keyGroupsOf, makeRegistry, type Place } from '#renderer/desk/registry/registry.ts';
import { usePlace } from '#renderer/desk/registry/use-place.ts';
import { useWays } from '#renderer/desk/registry/use-ways.ts';
import { CurrentScreen } from '#renderer/desk/shell/current-screen.tsx';
import { SignInBars } from '#renderer/desk/shell/sign-in-bars.tsx';
import { DeskNotices } from '#renderer/desk/shell/notices/desk-notices.tsx';
import { StatusBar } from '#renderer/desk/shell/status-bar.tsx';
import { TopBar } from '#renderer/desk/shell/top-bar.tsx';
import { useAnnouncer } from '#renderer/desk/shell/use-announcer.ts';
import { useGuidePlaces } from '#renderer/desk/shell/use-guide-places.ts';
import { usePanels, type Panels } from '#renderer/desk/shell/use-panels.ts';
import { useUndoDecision } from '#renderer/desk/shell/use-undo-decision.ts';
import { statusText } from '#renderer/desk/text/status.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import { GuideCard } from '#renderer/features/guide/guide-card.tsx';
import { useGuide } from '#renderer/features/guide/use-guide.ts';
import { HelpPanel } from '#renderer/features/help/help-panel.tsx';
import { KeyOverlay } from '#renderer/features/keys/key-overlay.tsx';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { conflictsText } from '#renderer/features/outbox/conflict/texts.ts';
import type { Announce } from '#renderer/frame/announce.ts';
import type { Ways } from '#renderer/frame/ways.ts';

const useStyles = makeStyles({
  root: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'clip',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  middle: { position: 'relative', flexGrow: 1, minHeight: 0 },
  main: { height: '100%', minHeight: 0 },
});

interface ShellProps {
  readonly session: Extract<SessionState, { kind: 'masuk' }>;
  readonly ports: AppPorts;
}

/** The frame around every screen of a signed-in person. */
export function Shell({ session, ports }: ShellProps) {
  const styles = useStyles();
  const { desk } = ports;
  const registry = useMemo(
    () => makeRegistry(features, session.account.role),
    [session.account.role],
  );
  const [place, go] = usePlace(registry);
  const ways = useWays(place, go);
  const [said, announce] = useAnnouncer();
  useTold(desk.outbox, announce);
  const { panels, undo, showConflicts, showMessages, commands } = useCommands({
    desk,
    session,
    ways,
    announce,
  });
  return (
    <div className={styles.root}>
      <TopBar
        session={session}
        desk={desk}
        registry={registry}
        place={place}
        said={said}
        onGo={go}
        onUndo={undo}
        commands={commands}
      />
      <SignInBars session={desk.session} ended={session.ended} onNewPassword={ways.toSettings} />
      <div className={styles.middle}>
        <main className={styles.main}>
          <CurrentScreen
            place={place}
            ports={ports}
            policy={session.policy}
            ways={ways}
            announce={announce}
          />
        </main>
        <Beside screen={place.screen} desk={desk} ways={ways} panels={panels} />
      </div>
      <DeskNotices desk={desk} onReturned={showConflicts} />
      <StatusBar
        desk={desk}
        onOutbox={ways.toOutbox}
        onConflicts={showConflicts}
        onMessages={showMessages}
      />
      <KeyOverlay
        groups={keyGroupsOf(registry)}
        open={panels.shown === 'keys'}
        onClose={panels.hide}
      />
    </div>
  );
}

interface CommandTargets extends Pick<ScreenProps, 'desk' | 'ways' | 'announce'> {
  readonly session: ShellProps['session'];
}

/** What the person starts from anywhere, by key or by menu. */
function useCommands({ desk, session, ways, announce }: CommandTargets) {
  const panels = usePanels();
  const undo = useUndoDecision(desk, ways, announce);
  const showConflicts = useShowConflicts(desk, ways, announce);
  const showMessages = useShowMessages(desk, ways, announce);
  const lock = useLock(desk, session);
  const commands = useMemo(
    () => ({
      showHelp: () => panels.show('help'),
      showKeys: () => panels.show('keys'),
      openSettings: ways.toSettings,
      report: session.account.role === 'helpdesk' ? null : ways.toReport,
      lock,
    }),
    [panels, ways.toSettings, ways.toReport, session.account.role, lock],
  );
  useKeys([generalKeys], {
    help: commands.showKeys,
    screenHelp: panels.toggleHelp,
    openSettings: commands.openSettings,
    showOutbox: ways.toOutbox,
    undoDecision: undo,
    showConflicts,
    showMessages,
    lock,
  });
  return { panels, undo, showConflicts, showMessages, commands };
}

interface BesideProps {
  readonly screen: Place['screen'];
  readonly desk: Desk;
  readonly ways: Ways;
  readonly panels: Panels;
}

/** What may stand beside the work: help when it is asked for, else the guide of the first start. */
function Beside({ screen, desk, ways, panels }: BesideProps) {
  const guide = useGuide(desk, useGuidePlaces(desk, ways, screen));
  if (panels.shown === 'help') {
    return (
      <HelpPanel
        title={screen.title}
        page={screen.help}
        onClose={panels.hide}
        onAllKeys={() => panels.show('keys')}
      />
    );
  }
  if (guide.step === null || screen.guide === 'none') return null;
  return <GuideCard step={guide.step} guide={guide} brief={screen.guide === 'brief'} />;
}

/** Goes to what came back: first from this desk, then from the server; says so when nothing did. */
function useShowConflicts(
  { outbox }: Pick<Desk, 'outbox'>,
  { toReturned, toUsul }: Pick<Ways, 'toReturned' | 'toUsul'>,
  announce: Announce,
): () => void {
  return useCallback(() => {
    const store = outbox.getState();
    const [first] = store.broughtBack;
    if (first) {
      store.noteOpened(first.usulId);
      toUsul(first.usulId);
    } else if (store.refused > 0) toReturned(null);
    else announce(conflictsText.none);
  }, [outbox, toReturned, toUsul, announce]);
}

/** Goes to the usul about which something new was written, else to what the helpdesk answered; says so when there is none. */
function useShowMessages(
  { inbox, sync }: Pick<Desk, 'inbox' | 'sync'>,
  { toUsul, toReport }: Pick<Ways, 'toUsul' | 'toReport'>,
  announce: Announce,
): () => void {
  return useCallback(() => {
    const { newMessages } = inbox.getState();
    if (newMessages) toUsul(newMessages.usulId);
    else if (sync.getState().notices.ticketNews > 0) toReport();
    else announce(statusText.noNewMessages);
  }, [inbox, sync, toUsul, toReport, announce]);
}

/** Says once what the start found in the journal of decisions. */
function useTold(outbox: Desk['outbox'], announce: Announce): void {
  const told = useStore(outbox, (store) => store.told);
  useEffect(() => {
    if (told !== null) announce(told);
  }, [told, announce]);
}
