import type { FormEvent, ReactNode } from 'react';
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';

const words = settingsText.factor;

interface FactorFormProps {
  readonly title: string;
  /** What its button says; null: what is inside has a button of its own. */
  readonly submit: string | null;
  readonly busy: boolean;
  readonly failure: ShownError | null;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** What a dialog about the own second factor holds: its fields, why it was refused, and the two ways out. */
export function FactorForm(props: FactorFormProps) {
  const { title, submit, busy, failure, onSubmit, onLeave, children } = props;
  function send(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }
  return (
    <form onSubmit={send} noValidate>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          {children}
          <ReservedError failure={failure} />
        </DialogContent>
        <DialogActions>
          {submit !== null && (
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {busy ? words.busy : submit}
            </Button>
          )}
          <Button onClick={onLeave}>{words.cancel}</Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
