import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { StoreApi } from 'zustand';
import { SignInForm } from '#renderer/features/sign-in/sign-in-form.tsx';
import type { SessionStore } from '#renderer/state/store-contracts.ts';
import { appText } from '#renderer/ui/text/app.ts';

interface SessionBannerProps {
  readonly username: string;
  readonly session: StoreApi<SessionStore>;
}

/** The session ended while work goes on: says so without standing in the way, and offers to sign in again. */
export function SessionBanner({ username, session }: SessionBannerProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <MessageBar intent="warning" shape="square">
        <MessageBarBody>
          <MessageBarTitle>{appText.sessionEnded}</MessageBarTitle> {appText.sessionEndedDetail}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => setOpen(true)}>
            {appText.signInAgain}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface style={{ maxWidth: '420px' }}>
          <DialogBody>
            <DialogTitle>{appText.signInAgain}</DialogTitle>
            <DialogContent>
              <SignInForm
                username={username}
                usernameFixed
                signIn={(name, password) => session.getState().signIn(name, password)}
                onSignedIn={() => setOpen(false)}
              />
            </DialogContent>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
