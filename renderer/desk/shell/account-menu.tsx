import { useState } from 'react';
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowSync20Regular,
  Keyboard20Regular,
  LockClosed20Regular,
  Person20Regular,
  PersonSupport20Regular,
  QuestionCircle20Regular,
  Settings20Regular,
  SignOut20Regular,
} from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { AppointmentItems, appointmentMenuName } from '#renderer/desk/shell/appointment-items.tsx';
import { SignOutDialog } from '#renderer/desk/shell/sign-out-dialog.tsx';
import { appText } from '#renderer/desk/text/app.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { menuPlace } from '#renderer/ui/parts/menu-place.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import type { Account, Appointment } from '#shared/workflow/authority/account.ts';

const useStyles = makeStyles({
  button: {
    flexShrink: 1,
    maxWidth: '17em',
    minWidth: 0,
    whiteSpace: 'nowrap',
    '@media (max-width: 1099px)': { flexShrink: 0 },
  },
  name: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    '@media (max-width: 1099px)': { display: 'none' },
  },
  /** Who and where, also where the bar has no room for it. */
  who: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    maxWidth: '22em',
    // As many lines as the name of the office takes.
    height: 'auto',
    paddingTop: '6px',
    paddingBottom: '6px',
    lineHeight: 1.35,
    whiteSpace: 'normal',
  },
});

/** What the menu starts besides what concerns the account alone. */
export interface AccountCommands {
  readonly showHelp: () => void;
  readonly showKeys: () => void;
  readonly openSettings: () => void;
  /** Null: whoever sits here is the helpdesk. */
  readonly report: (() => void) | null;
  readonly lock: () => void;
}

interface AccountMenuProps {
  readonly account: Account;
  /** The appointments among which the person may choose. */
  readonly offered: readonly Appointment[];
  readonly desk: Desk;
  readonly commands: AccountCommands;
}

/** What concerns the account and this PC: sync now, help, settings, locking, signing out. */
export function AccountMenu({ account, offered, desk, commands }: AccountMenuProps) {
  const styles = useStyles();
  const offline = useStore(desk.sync, ({ connection }) => connection.kind === 'luring');
  const [held, setHeld] = useState<ShownError | null>(null);

  async function signOut(force: boolean): Promise<void> {
    const result = await desk.session.getState().signOut({ force });
    setHeld(result.ok ? null : result.error);
  }

  function goOnAs(appointmentId: string | undefined): void {
    if (appointmentId === undefined || appointmentId === account.appointmentId) return;
    // Why it failed stands over the screen.
    void desk.session.getState().chooseAppointment(appointmentId);
  }

  return (
    <>
      <Menu
        positioning={menuPlace}
        checkedValues={{ [appointmentMenuName]: [account.appointmentId ?? ''] }}
        onCheckedValueChange={(_, { checkedItems }) => goOnAs(checkedItems[0])}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<Person20Regular />}
            className={styles.button}
            aria-label={appText.account(account.displayName)}
            title={account.displayName}
          >
            <span className={styles.name}>{account.displayName}</span>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader className={styles.who}>
                <span>{account.displayName}</span>
                <span>{`${roleLabels[account.role]} · ${account.scopeName}`}</span>
              </MenuGroupHeader>
            </MenuGroup>
            <MenuDivider />
            <AppointmentItems offered={offered} />
            <MenuItem icon={<ArrowSync20Regular />} onClick={() => desk.sync.getState().syncNow()}>
              {appText.syncNow}
            </MenuItem>
            <CommandItems commands={commands} />
            <MenuDivider />
            <MenuItem icon={<SignOut20Regular />} onClick={() => void signOut(false)}>
              {appText.signOut}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <SignOutDialog
        held={held}
        offline={offline}
        onStay={() => setHeld(null)}
        onLeave={() => void signOut(true)}
      />
    </>
  );
}

function CommandItems({ commands }: Pick<AccountMenuProps, 'commands'>) {
  return (
    <>
      <MenuItem
        icon={<QuestionCircle20Regular />}
        secondaryContent={shownKey(generalKeys, 'screenHelp')}
        onClick={commands.showHelp}
      >
        {appText.help}
      </MenuItem>
      <MenuItem
        icon={<Keyboard20Regular />}
        secondaryContent={shownKey(generalKeys, 'help')}
        onClick={commands.showKeys}
      >
        {appText.showKeys}
      </MenuItem>
      {commands.report && (
        <MenuItem icon={<PersonSupport20Regular />} onClick={commands.report}>
          {appText.report}
        </MenuItem>
      )}
      <MenuItem
        icon={<Settings20Regular />}
        secondaryContent={shownKey(generalKeys, 'openSettings')}
        onClick={commands.openSettings}
      >
        {appText.settings}
      </MenuItem>
      <MenuDivider />
      <MenuItem
        icon={<LockClosed20Regular />}
        secondaryContent={shownKey(generalKeys, 'lock')}
        onClick={commands.lock}
      >
        {appText.lock}
      </MenuItem>
    </>
  );
}
