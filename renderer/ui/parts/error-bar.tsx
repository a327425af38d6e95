import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';

interface ErrorBarProps {
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly action: string;
  /** A warning is asked about, an error has happened. */
  readonly intent?: 'error' | 'warning' | undefined;
}

/** An expected failure, or a warning, beside the thing that it is about. */
export function ErrorBar({ message, action, intent = 'error' }: ErrorBarProps) {
  return (
    <MessageBar intent={intent} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle> {action}
      </MessageBarBody>
    </MessageBar>
  );
}
