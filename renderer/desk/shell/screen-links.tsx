import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MailInbox20Regular, Send20Regular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import type { Screen } from '#renderer/desk/screen/screen.ts';
import { appText } from '#renderer/desk/text/app.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { chosenTabLook, tabLook } from '#renderer/ui/parts/tab-look.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'flex', height: '100%' },
  link: {
    ...tabLook,
    height: '100%',
    // As much above as the line below takes: the words stay in the middle.
    padding: '2px 12px 0',
    ':hover': { color: tokens.colorNeutralForeground1 },
    '@media (max-width: 1099px)': { padding: '2px 8px 0' },
  },
  current: chosenTabLook,
});

interface ScreenLinksProps {
  readonly desk: Pick<Desk, 'outbox'>;
  readonly screen: Screen['kind'];
  readonly onGo: (screen: Screen) => void;
}

/** The ways between the screens. An usul on the desk belongs to the inbox, what came back to the outbox. */
export function ScreenLinks({ desk, screen, onGo }: ScreenLinksProps) {
  const styles = useStyles();
  const waiting = useStore(desk.outbox, (outbox) => outbox.waiting + outbox.refused);
  const inOutbox = screen === 'outbox' || screen === 'conflicts';
  const inInbox = screen === 'inbox' || screen === 'case';
  return (
    <nav className={styles.root} aria-label={appText.navLabel}>
      <button
        type="button"
        className={mergeClasses(styles.link, inInbox && styles.current)}
        aria-current={screen === 'inbox' ? 'page' : undefined}
        onClick={() => onGo({ kind: 'inbox' })}
      >
        <MailInbox20Regular /> {appText.inbox}
      </button>
      <button
        type="button"
        className={mergeClasses(styles.link, inOutbox && styles.current)}
        aria-current={screen === 'outbox' ? 'page' : undefined}
        onClick={() => onGo({ kind: 'outbox' })}
      >
        <Send20Regular /> {appText.outbox}
        {waiting > 0 && <CounterBadge size="small" count={waiting} overflowCount={999} />}
      </button>
    </nav>
  );
}
