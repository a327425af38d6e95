import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MailInbox20Regular, Send20Regular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import type { Screen } from '#renderer/app/screen/screen.ts';
import type { Desk } from '#renderer/state/store-contracts.ts';
import { textSizes } from '#renderer/ui/sizes.ts';
import { appText } from '#renderer/ui/text/app.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'flex', height: '100%' },
  link: {
    height: '100%',
    padding: '0 12px',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontFamily: 'inherit',
    fontSize: textSizes.body,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderTop: '2px solid transparent',
    borderBottom: '2px solid transparent',
    // Forced colours show what is transparent.
    '@media (forced-colors: active)': { borderTopColor: 'Canvas', borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 1099px)': { padding: '0 8px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

interface ScreenLinksProps {
  readonly desk: Pick<Desk, 'outbox'>;
  readonly screen: Screen['kind'];
  readonly onGo: (screen: Screen) => void;
}

/** The ways between the screens. An usul on the desk belongs to the inbox. */
export function ScreenLinks({ desk, screen, onGo }: ScreenLinksProps) {
  const styles = useStyles();
  const waiting = useStore(desk.outbox, (outbox) => outbox.waiting + outbox.refused);
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
        className={mergeClasses(styles.link, screen === 'outbox' && styles.current)}
        aria-current={screen === 'outbox' ? 'page' : undefined}
        onClick={() => onGo({ kind: 'outbox' })}
      >
        <Send20Regular /> {appText.outbox}
        {waiting > 0 && <CounterBadge size="small" count={waiting} overflowCount={999} />}
      </button>
    </nav>
  );
}
