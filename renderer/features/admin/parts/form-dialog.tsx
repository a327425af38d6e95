import type { ComponentProps } from 'react';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import type { Act } from '#renderer/features/admin/parts/use-act.ts';
import { FormDialog as Dialog } from '#renderer/ui/parts/form-dialog.tsx';

const words = { saving: adminText.saving, leave: adminText.cancel };

interface FormDialogProps extends Omit<
  ComponentProps<typeof Dialog>,
  'words' | 'busy' | 'failure'
> {
  readonly act: Pick<Act, 'busy' | 'failure'>;
}

/** A form over the screen of an act, in the words of the administration. */
export function FormDialog({ act, ...props }: FormDialogProps) {
  return <Dialog {...props} words={words} busy={act.busy} failure={act.failure} />;
}
