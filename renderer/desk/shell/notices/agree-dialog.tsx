import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { noticesText } from '#renderer/desk/text/notices.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { SyncStore } from '#renderer/core/sync/sync-contract.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';

interface AgreeDialogProps {
  readonly open: boolean;
  /** How many usul would go. */
  readonly count: number;
  readonly agree: SyncStore['agreeToRemovals'];
  readonly onClose: () => void;
}

/** Asks before nearly all usul are removed from this PC; what is safe to choose has the focus. */
export function AgreeDialog({ open, count, agree, onClose }: AgreeDialogProps) {
  const [failure, setFailure] = useState<ShownError | null>(null);

  function close(): void {
    setFailure(null);
    onClose();
  }

  async function remove(): Promise<void> {
    const result = await agree(count);
    if (!result.ok) return setFailure(result.error);
    close();
    // The button that led here is gone, and most of the list soon is.
    focusMain('main');
  }

  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{noticesText.agreeTitle(count)}</DialogTitle>
          <DialogContent>
            {noticesText.agreeBody} {noticesText.agreeKeeps}
            {failure && <ErrorBar message={failure.message} action={failure.action} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={close}>
              {noticesText.cancel}
            </Button>
            <Button onClick={() => void remove()}>{noticesText.agree}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
