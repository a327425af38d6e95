import { useState, type Ref, type KeyboardEvent } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { Eye20Regular, EyeOff20Regular } from '@fluentui/react-icons';
import { lineHeights } from '#renderer/ui/sizes.ts';
import { passwordText } from '#renderer/ui/parts/password-text.ts';

const useStyles = makeStyles({
  /** Room for the line below, so that nothing moves when it appears. */
  root: {
    alignContent: 'start',
    minHeight: `calc(${lineHeights.body} + ${lineHeights.small} + 42px)`,
  },
});

interface PasswordFieldProps {
  /** The usual one when absent. */
  readonly label?: string;
  readonly value: string;
  /** Whether it was sent without a password, or with one that will not do. */
  readonly missing: boolean;
  /** What is said then; that there is none when absent. */
  readonly missingText?: string;
  readonly autoComplete?: 'current-password' | 'new-password';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}

/** Takes a password; it can be looked at, and a Caps Lock left on is pointed out below. */
export function PasswordField(props: PasswordFieldProps) {
  const { value, missing, inputRef, onChange } = props;
  const { missingText = passwordText.passwordMissing, autoComplete = 'current-password' } = props;
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  const [capsLock, watchCapsLock] = useCapsLock();
  const label = shown ? passwordText.hidePassword : passwordText.showPassword;
  const hint = capsLock ? passwordText.capsLock : null;
  return (
    <Field
      className={styles.root}
      label={props.label ?? passwordText.password}
      validationState={missing ? 'error' : 'warning'}
      validationMessage={missing ? missingText : hint}
    >
      <Input
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete={autoComplete}
        {...(inputRef && { input: { ref: inputRef } })}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onChange={(_, data) => onChange(data.value)}
        contentAfter={
          <Button
            size="small"
            appearance="transparent"
            icon={shown ? <EyeOff20Regular /> : <Eye20Regular />}
            aria-label={label}
            title={label}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </Field>
  );
}

/** Whether Caps Lock was on at the last key typed in an input; give the handler to both `onKeyDown` and `onKeyUp`. */
function useCapsLock(): readonly [boolean, (event: KeyboardEvent) => void] {
  const [on, setOn] = useState(false);
  return [on, (event) => setOn(event.getModifierState('CapsLock'))];
}
