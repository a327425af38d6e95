import { useCallback, useMemo } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useStore } from 'zustand';
import type { AppPorts } from '#renderer/desk/app-ports.ts';
import { useIdleLock } from '#renderer/desk/lock/use-idle-lock.ts';
import type { Screen } from '#renderer/desk/screen/screen.ts';
import { useScreen } from '#renderer/desk/screen/use-screen.ts';
import { CurrentScreen } from '#renderer/desk/shell/current-screen.tsx';
import { KeyLostBar } from '#renderer/desk/shell/key-lost-bar.tsx';
import { DeskNotices } from '#renderer/desk/shell/notices/desk-notices.tsx';
import { StatusBar } from '#renderer/desk/shell/status-bar.tsx';
import { TopBar } from '#renderer/desk/shell/top-bar.tsx';
import { useAnnouncer } from '#renderer/desk/shell/use-announcer.ts';
import { usePanels, type Panels } from '#renderer/desk/shell/use-panels.ts';
import { useShowConflicts } from '#renderer/desk/shell/use-show-conflicts.ts';
import { useTold } from '#renderer/desk/shell/use-told.ts';
import { useUndoDecision } from '#renderer/desk/shell/use-undo-decision.ts';
import { GuideCard } from '#renderer/features/guide/guide-card.tsx';
import { useGuide } from '#renderer/features/guide/use-guide.ts';
import { HelpPanel } from '#renderer/features/help/help-panel.tsx';
import { KeyOverlay } from '#renderer/features/keys/key-overlay.tsx';
import { effectiveLockMinutes } from '#renderer/core/session/lock-minutes.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

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
  const [screen, go] = useScreen();
  const [said, announce] = useAnnouncer();
  useTold(desk.outbox, announce);
  const panels = usePanels();
  const undo = useUndoDecision(desk, go, announce);
  const showConflicts = useShowConflicts(desk, go, announce);
  const lock = useLock(desk, session);
  const commands = useMemo(
    () => ({
      showHelp: () => panels.show('help'),
      showKeys: () => panels.show('keys'),
      openSettings: () => go({ kind: 'settings' }),
      lock,
    }),
    [panels, go, lock],
  );
  useKeys(['umum'], {
    help: commands.showKeys,
    screenHelp: panels.toggleHelp,
    openSettings: commands.openSettings,
    undoDecision: undo,
    showConflicts,
    lock,
  });
  return (
    <div className={styles.root}>
      <TopBar
        session={session}
        desk={desk}
        screen={screen.kind}
        said={said}
        onGo={go}
        onUndo={undo}
        commands={commands}
      />
      <KeyLostBar session={desk.session} />
      <div className={styles.middle}>
        <main className={styles.main}>
          <CurrentScreen
            screen={screen}
            go={go}
            ports={ports}
            policy={session.policy}
            announce={announce}
          />
        </main>
        <Beside screen={screen.kind} desk={desk} panels={panels} />
      </div>
      <DeskNotices sync={desk.sync} />
      <StatusBar desk={desk} onOutbox={() => go({ kind: 'outbox' })} onConflicts={showConflicts} />
      <KeyOverlay open={panels.shown === 'keys'} onClose={panels.hide} />
    </div>
  );
}

interface BesideProps {
  readonly screen: Screen['kind'];
  readonly desk: Desk;
  readonly panels: Panels;
}

/** What may stand beside the work: help when it is asked for, else the guide of the first start. */
function Beside({ screen, desk, panels }: BesideProps) {
  const guide = useGuide(desk);
  if (panels.shown === 'help') {
    return <HelpPanel topic={screen} onClose={panels.hide} onAllKeys={() => panels.show('keys')} />;
  }
  if (guide.step === null || screen === 'settings') return null;
  return <GuideCard step={guide.step} guide={guide} brief={screen === 'case'} />;
}

/** Locks by command, and by itself when nobody is there. */
function useLock(
  desk: Pick<Desk, 'session' | 'preferences'>,
  { account, policy }: ShellProps['session'],
) {
  const minutes = useStore(desk.preferences, ({ preferences }) =>
    effectiveLockMinutes(policy, preferences),
  );
  const lock = useCallback(() => desk.session.getState().lock(), [desk.session]);
  useIdleLock(minutes, account.id, lock);
  return useCallback(() => void lock(), [lock]);
}
