import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';

interface ErrorBarProps {
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly action: string;
}

/** An expected failure beside the thing that failed. */
export function ErrorBar({ message, action }: ErrorBarProps) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle> {action}
      </MessageBarBody>
    </MessageBar>
  );
}
