import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Warning20Filled } from '@fluentui/react-icons';
import type { StoreApi } from 'zustand';
import { appText } from '#renderer/desk/text/app.ts';
import { SignInForm } from '#renderer/features/sign-in/sign-in-form.tsx';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: '8px' },
  told: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    whiteSpace: 'nowrap',
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: { '@media (max-width: 1279px)': { display: 'none' } },
  short: { display: 'none', '@media (max-width: 1279px)': { display: 'inline' } },
  button: { flexShrink: 0, minWidth: 0, whiteSpace: 'nowrap' },
  detail: { display: 'block', marginBottom: '12px' },
});

interface SessionEndedProps {
  readonly username: string;
  readonly session: StoreApi<SessionStore>;
}

/** The session ended while work goes on: says so in the top bar, in the place of the office, and offers to sign in again. */
export function SessionEnded({ username, session }: SessionEndedProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const detail = `${appText.sessionEnded} ${appText.sessionEndedDetail}`;
  return (
    <>
      <div className={styles.root} title={detail}>
        <output className={styles.told}>
          <Warning20Filled aria-label={detail} />
          <span className={styles.sentence} aria-hidden="true">
            {appText.sessionEnded}
          </span>
          <span className={styles.short} aria-hidden="true">
            {appText.sessionEndedShort}
          </span>
        </output>
        <Button size="small" className={styles.button} onClick={() => setOpen(true)}>
          {appText.signInAgain}
        </Button>
      </div>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface style={{ maxWidth: '420px' }}>
          <DialogBody>
            <DialogTitle>{appText.signInAgain}</DialogTitle>
            <DialogContent>
              <Text className={styles.detail}>{appText.sessionEndedDetail}</Text>
              <SignInForm
                username={username}
                usernameFixed
                signIn={(...typed) => session.getState().signIn(...typed)}
                offerFactor={(...typed) => session.getState().offerFactor(...typed)}
                agreeToServer={(key) => session.getState().agreeToServer(key)}
                onSignedIn={() => setOpen(false)}
              />
            </DialogContent>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
