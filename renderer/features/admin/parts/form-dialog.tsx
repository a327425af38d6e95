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
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import type { Act } from '#renderer/features/admin/parts/use-act.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly act: Pick<Act, 'busy' | 'failure'>;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: (tried: boolean) => ReactNode;
}

/** A form over the screen: fields, why it was refused, and the two ways out. It is open while it is there. */
export function FormDialog(props: FormDialogProps) {
  const styles = useStyles();
  const [tried, setTried] = useState(false);
  const { title, submit, act, onSubmit, onClose, children } = props;
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
        <form onSubmit={send} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children(tried)}
              {act.failure && (
                <ErrorBar message={act.failure.message} action={act.failure.action} />
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={act.busy}>
                {act.busy ? adminText.saving : submit}
              </Button>
              <Button onClick={onClose}>{adminText.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
