import { useEffect } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { AppPorts } from '#renderer/app/app-ports.ts';
import { useScreen } from '#renderer/app/screen/use-screen.ts';
import { CurrentScreen } from '#renderer/app/shell/current-screen.tsx';
import { SessionBanner } from '#renderer/app/shell/session-banner.tsx';
import { StatusBar } from '#renderer/app/shell/status-bar.tsx';
import { TopBar } from '#renderer/app/shell/top-bar.tsx';
import { useKeyOverlay } from '#renderer/app/shell/use-key-overlay.ts';
import { useAnnouncer } from '#renderer/app/shell/use-announcer.ts';
import { KeyOverlay } from '#renderer/features/keys/key-overlay.tsx';
import type { SessionState } from '#renderer/state/store-contracts.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';

const useStyles = makeStyles({
  root: {
    height: '100vh',
    minWidth: '1024px',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'clip',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flexGrow: 1, minHeight: 0 },
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
  const keys = useKeyOverlay();
  useKeys(['umum'], { help: keys.show });
  useEffect(() => {
    // The work of the day first: what nobody has looked at yet.
    desk.inbox.getState().setFilter({ statuses: ['belum_diperiksa'] });
  }, [desk.inbox]);
  return (
    <div className={styles.root}>
      <TopBar
        account={session.account}
        desk={desk}
        screen={screen.kind}
        said={said}
        onGo={go}
        onShowKeys={keys.show}
      />
      {session.needsSignIn && (
        <SessionBanner username={session.account.username} session={desk.session} />
      )}
      <main className={styles.main}>
        <CurrentScreen screen={screen} go={go} ports={ports} announce={announce} />
      </main>
      <StatusBar desk={desk} onOutbox={() => go({ kind: 'outbox' })} />
      <KeyOverlay open={keys.shown} onClose={keys.hide} />
    </div>
  );
}
