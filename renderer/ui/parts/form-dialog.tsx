import { useState, type FormEvent, type ReactNode } from 'react';
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
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  /** What its buttons say while it is sent, and to leave it. */
  readonly words: { readonly saving: string; readonly leave: string };
  readonly busy: boolean;
  /** Why it was refused, and what to do. */
  readonly failure: { readonly message: string; readonly action: string } | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Its fields; they are told whether it was tried to send them. */
  readonly children: (tried: boolean) => ReactNode;
}

/** A form over the screen: fields, why it was refused, and the two ways out. It is open while it is there. */
export function FormDialog(props: FormDialogProps) {
  const styles = useStyles();
  const [tried, setTried] = useState(false);
  const { title, submit, words, busy, failure, onSubmit, onClose, children } = props;
  function send(event: FormEvent): void {
    event.preventDefault();
    // A form inside of a dialog that lies over another form is no part of that.
    event.stopPropagation();
    setTried(true);
    onSubmit();
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={send} noValidate autoComplete="off">
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children(tried)}
              {failure && <ErrorBar message={failure.message} action={failure.action} />}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? words.saving : submit}
              </Button>
              <Button onClick={onClose}>{words.leave}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
