import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { appText } from '#renderer/desk/text/app.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';

interface SignOutDialogProps {
  /** Why signing out was held back; null while there is nothing to ask. */
  readonly held: ShownError | null;
  /** Whether the server is out of reach: signing in again needs it. */
  readonly offline: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before leaving unsent decisions behind on this PC. */
export function SignOutDialog({ held, offline, onStay, onLeave }: SignOutDialogProps) {
  return (
    <Dialog
      modalType="alert"
      open={held !== null}
      onOpenChange={(_, data) => !data.open && onStay()}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{appText.signOutTitle}</DialogTitle>
          <DialogContent>
            {held?.message} {held?.action}
            {offline && <p>{appText.signOutOffline}</p>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onStay}>
              {appText.cancel}
            </Button>
            <Button onClick={onLeave}>{appText.signOutAnyway}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
