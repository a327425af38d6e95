import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Place, Registry } from '#renderer/desk/registry/registry.ts';
import type { Go } from '#renderer/desk/registry/use-place.ts';
import { deskRoles } from '#renderer/desk/registry/features.ts';
import { AccountMenu, type AccountCommands } from '#renderer/desk/shell/account-menu.tsx';
import { Happening } from '#renderer/desk/shell/happening.tsx';
import { ScreenLinks } from '#renderer/desk/shell/screen-links.tsx';
import { SessionEnded } from '#renderer/desk/shell/session-ended.tsx';
import type { Said } from '#renderer/desk/shell/use-announcer.ts';
import { appointmentsText } from '#renderer/desk/text/appointments.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { offeredAppointments } from '#renderer/core/session/offered-appointments.ts';
import type { SessionState } from '#renderer/core/session/session-contract.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { lineHeights } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: `calc(${lineHeights.body} + 22px)`,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1099px)': { padding: '0 4px' },
  },
  product: {
    flexShrink: 0,
    marginRight: '16px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 1099px)': { display: 'none' },
  },
  office: {
    minWidth: 0,
    // Before the account, and what is said.
    flexShrink: 1000,
    maxWidth: '20em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 1099px)': { display: 'none' },
  },
});

interface TopBarProps {
  readonly session: Extract<SessionState, { kind: 'masuk' }>;
  readonly desk: Desk;
  readonly registry: Registry;
  readonly place: Place;
  /** What was announced last. */
  readonly said: Said;
  readonly onGo: Go;
  readonly onUndo: () => void;
  readonly commands: AccountCommands;
}

/** Product, the ways between the screens, what has just happened, the office and the account. */
export function TopBar(props: TopBarProps) {
  const { session, desk, said, onUndo, commands } = props;
  const styles = useStyles();
  const { account, needsSignIn } = session;
  const offered = offeredAppointments(session.appointments, deskRoles);
  // Whoever has several sees under which one he or she acts.
  const office = offered.length > 1 ? appointmentsText.named(account) : account.scopeName;
  return (
    <header className={styles.root}>
      <span className={styles.product}>{sharedText.product}</span>
      <ScreenLinks registry={props.registry} desk={desk} place={props.place} onGo={props.onGo} />
      <Happening said={said} desk={desk} onUndo={onUndo} />
      {needsSignIn ? (
        <SessionEnded username={account.username} session={desk.session} />
      ) : (
        <Text className={styles.office} title={office}>
          {office}
        </Text>
      )}
      <AccountMenu account={account} offered={offered} desk={desk} commands={commands} />
    </header>
  );
}
