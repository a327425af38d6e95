import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { noticesText } from '#renderer/desk/text/notices.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';

// Each line of the body is a paragraph.
const useStyles = makeStyles({ body: { whiteSpace: 'pre-line' } });

/** What is asked: what it is, what follows from it (a paragraph a line), and what the button says that agrees. */
export interface AgreeQuestion {
  readonly title: string;
  readonly body: string;
  readonly agree: string;
  readonly act: () => Promise<Result<void, ShownError>>;
}

interface AgreeDialogProps {
  /** Null: nothing is asked. */
  readonly question: AgreeQuestion | null;
  readonly onClose: () => void;
}

/** Asks before something that is not done without a person's word; what is safe to choose has the focus. */
export function AgreeDialog({ question, onClose }: AgreeDialogProps) {
  const styles = useStyles();
  const [failure, setFailure] = useState<ShownError | null>(null);

  function close(): void {
    setFailure(null);
    onClose();
  }

  async function agreed(): Promise<void> {
    const result = await question?.act();
    if (result?.ok === false) return setFailure(result.error);
    close();
    // The button that led here is gone.
    focusMain('main');
  }

  return (
    <Dialog
      modalType="alert"
      open={question !== null}
      onOpenChange={(_, data) => !data.open && close()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{question?.title}</DialogTitle>
          <DialogContent className={styles.body}>
            {question?.body}
            {failure && <ErrorBar message={failure.message} action={failure.action} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {noticesText.cancel}
            </Button>
            <Button onClick={() => void agreed()}>{question?.agree}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
