import type { ComponentProps, ReactNode } from 'react';
import { helpdeskText as texts } from '#renderer/features/helpdesk/texts.ts';
import { FormDialog as Dialog } from '#renderer/ui/parts/form-dialog.tsx';

const words = { saving: texts.saving, leave: texts.close };

interface FormDialogProps extends Omit<ComponentProps<typeof Dialog>, 'words' | 'children'> {
  readonly children: ReactNode;
}

/** A form over the screen, in the words of the helpdesk. */
export function FormDialog({ children, ...props }: FormDialogProps) {
  return (
    <Dialog {...props} words={words}>
      {() => children}
    </Dialog>
  );
}
