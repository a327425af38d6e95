import type { FormEvent, ReactNode } from 'react';
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
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly failure: ShownError | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the screen; it is open while it is there. */
export function FormDialog(props: FormDialogProps) {
  const styles = useStyles();
  const { title, submit, busy, failure, onSubmit, onClose, children } = props;
  function send(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={send} noValidate autoComplete="off">
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              {failure && <ErrorBar message={failure.message} action={failure.action} />}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? texts.saving : submit}
              </Button>
              <Button onClick={onClose}>{texts.close}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
