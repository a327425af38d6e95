import { useState } from 'react';
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  ArrowSync20Regular,
  Keyboard20Regular,
  Person20Regular,
  SignOut20Regular,
} from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { SignOutDialog } from '#renderer/app/shell/sign-out-dialog.tsx';
import type { ShownError } from '#renderer/state/shown-error.ts';
import type { Desk } from '#renderer/state/store-contracts.ts';
import { shownKey } from '#renderer/ui/keys/key-table.ts';
import { appText } from '#renderer/ui/text/app.ts';
import type { Account } from '#shared/domain/model/account.ts';

const useStyles = makeStyles({
  button: { maxWidth: '260px', minWidth: 0, whiteSpace: 'nowrap', overflow: 'hidden' },
});

interface AccountMenuProps {
  readonly account: Account;
  readonly desk: Desk;
  readonly onShowKeys: () => void;
}

/** What concerns the account: sync now, the keys, signing out. */
export function AccountMenu({ account, desk, onShowKeys }: AccountMenuProps) {
  const styles = useStyles();
  const offline = useStore(
    desk.sync,
    ({ connection }) => connection.kind === 'luring' || connection.kind === 'gangguan',
  );
  const [held, setHeld] = useState<ShownError | null>(null);

  async function signOut(force: boolean): Promise<void> {
    const result = await desk.session.getState().signOut({ force });
    setHeld(result.ok ? null : result.error);
  }

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<Person20Regular />}
            className={styles.button}
            aria-label={appText.account(account.displayName)}
          >
            {account.displayName}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<ArrowSync20Regular />} onClick={() => desk.sync.getState().syncNow()}>
              {appText.syncNow}
            </MenuItem>
            <MenuItem
              icon={<Keyboard20Regular />}
              secondaryContent={shownKey('help')}
              onClick={onShowKeys}
            >
              {appText.showKeys}
            </MenuItem>
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
