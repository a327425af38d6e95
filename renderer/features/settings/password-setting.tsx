import { useState, type FormEvent } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { SettingRow, settingIds } from '#renderer/features/settings/setting-row.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { PasswordDesk } from '#renderer/core/passwords/password-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { NewPasswordFields, useNewPassword } from '#renderer/frame/new-password.tsx';
import { PasswordField } from '#renderer/ui/parts/password-field.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface PasswordSettingProps {
  readonly passwords: Pick<PasswordDesk, 'change'>;
  readonly announce: (sentence: string) => void;
}

/** Another password, by whoever knows the one of now. */
export function PasswordSetting({ passwords, announce }: PasswordSettingProps) {
  const [open, setOpen] = useState(false);
  const { label, hint, action, done } = settingsText.password;
  const finish = (): void => {
    setOpen(false);
    announce(done);
  };
  return (
    <SettingRow id="password" label={label} hint={hint}>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogTrigger disableButtonEnhancement>
          <Button aria-describedby={settingIds('password').hintId}>{action}</Button>
        </DialogTrigger>
        <DialogSurface>
          {open && <ChangeForm change={passwords.change} onDone={finish} />}
        </DialogSurface>
      </Dialog>
    </SettingRow>
  );
}

interface ChangeFormProps {
  readonly change: PasswordDesk['change'];
  readonly onDone: () => void;
}

function ChangeForm({ change, onDone }: ChangeFormProps) {
  const styles = useStyles();
  const [old, setOld] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const password = useNewPassword();
  const { label, action, oldPassword, submitting, cancel } = settingsText.password;

  async function send(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const result = await change(old, password.first);
    setBusy(false);
    if (result.ok) onDone();
    else setFailure(result.error);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!busy && old !== '' && password.isReady) void send();
  }

  return (
    <form onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{label}</DialogTitle>
        <DialogContent className={styles.form}>
          <PasswordField
            label={oldPassword}
            value={old}
            missing={tried && old === ''}
            onChange={setOld}
          />
          <NewPasswordFields password={password} tried={tried} />
          <ReservedError failure={failure} />
        </DialogContent>
        <DialogActions>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? submitting : action}
          </Button>
          <DialogTrigger disableButtonEnhancement>
            <Button>{cancel}</Button>
          </DialogTrigger>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
