import type { ReactNode } from 'react';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { appText } from '#renderer/desk/text/app.ts';
import { appointmentsText } from '#renderer/desk/text/appointments.ts';
import type { EndedAppointment, SessionStore } from '#renderer/core/session/session-contract.ts';

interface SignInBarsProps {
  readonly session: StoreApi<SessionStore>;
  /** The appointments that ended and were not seen to have. */
  readonly ended?: readonly EndedAppointment[] | undefined;
  /** To where a password is changed. */
  readonly onNewPassword: () => void;
}

/** What a sign-in, or a word of the server since, brought to light, each until the person has read it. */
export function SignInBars({ session, ended = [], onNewPassword }: SignInBarsProps) {
  const store = useStore(session);
  return (
    <>
      {store.keyLost && (
        <Bar
          title={appText.keyLost}
          action={appText.keyLostAction}
          onRead={() => store.dismissKeyLost()}
        />
      )}
      {ended.length > 0 && (
        <Bar
          title={appointmentsText.ended(ended)}
          action={appointmentsText.endedAction}
          onRead={() => store.dismissEnded()}
        />
      )}
      {store.choiceFailed && (
        <Bar
          title={store.choiceFailed.message}
          action={store.choiceFailed.action}
          onRead={() => store.dismissAppointment()}
        />
      )}
      {store.newPasswordAsked && (
        <Bar
          title={appText.newPasswordAsked}
          action={appText.newPasswordAction}
          onRead={() => store.dismissNewPassword()}
        >
          <Button appearance="primary" onClick={onNewPassword}>
            {appText.toNewPassword}
          </Button>
        </Bar>
      )}
    </>
  );
}

interface BarProps {
  readonly title: string;
  readonly action: string;
  readonly onRead: () => void;
  /** What can be done at once. */
  readonly children?: ReactNode;
}

function Bar({ title, action, onRead, children }: BarProps) {
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {action}
      </MessageBarBody>
      <MessageBarActions>
        {children}
        <Button onClick={onRead}>{appText.understood}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
