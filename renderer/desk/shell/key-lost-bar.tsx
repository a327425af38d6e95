import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { appText } from '#renderer/desk/text/app.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';

interface KeyLostBarProps {
  readonly session: StoreApi<SessionStore>;
}

/** What was kept on this PC could not be opened any more: says so until the person has read it. */
export function KeyLostBar({ session }: KeyLostBarProps) {
  const lost = useStore(session, ({ keyLost }) => keyLost);
  if (!lost) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{appText.keyLost}</MessageBarTitle> {appText.keyLostAction}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => session.getState().dismissKeyLost()}>{appText.understood}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
