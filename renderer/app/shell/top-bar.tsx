import { CounterBadge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { MailInbox20Regular, Send20Regular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import type { Screen } from '#renderer/app/screen/screen.ts';
import { Announcement } from '#renderer/app/shell/announcement.tsx';
import type { Said } from '#renderer/app/shell/use-announcer.ts';
import { AccountMenu } from '#renderer/app/shell/account-menu.tsx';
import type { Desk } from '#renderer/state/store-contracts.ts';
import { appText } from '#renderer/ui/text/app.ts';
import type { Account } from '#shared/domain/model/account.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: '42px',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  product: { marginRight: '16px', fontWeight: tokens.fontWeightSemibold, fontSize: '15px' },
  link: {
    height: '100%',
    padding: '0 12px',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    font: 'inherit',
    fontSize: '14px',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
  },
  nav: { display: 'flex', height: '100%' },
  office: {
    maxWidth: '300px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

interface TopBarProps {
  readonly account: Account;
  readonly desk: Desk;
  readonly screen: Screen['kind'];
  /** What was announced last. */
  readonly said: Said;
  readonly onGo: (screen: Screen) => void;
  readonly onShowKeys: () => void;
}

/** Product, the ways between the screens, the office and the account. */
export function TopBar({ account, desk, screen, said, onGo, onShowKeys }: TopBarProps) {
  const styles = useStyles();
  const waiting = useStore(desk.outbox, (outbox) => outbox.waiting + outbox.refused);
  return (
    <header className={styles.root}>
      <span className={styles.product}>{appText.product}</span>
      <nav className={styles.nav} aria-label={appText.navLabel}>
        <button
          type="button"
          className={mergeClasses(styles.link, screen !== 'outbox' && styles.current)}
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
      <Announcement said={said} />
      <Text className={styles.office} title={account.scopeName}>
        {account.scopeName}
      </Text>
      <AccountMenu account={account} desk={desk} onShowKeys={onShowKeys} />
    </header>
  );
}
