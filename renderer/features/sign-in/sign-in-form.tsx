import { useEffect, useRef, useState, type FormEvent, type Ref } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { Eye20Regular, EyeOff20Regular } from '@fluentui/react-icons';
import type { SessionStore } from '#renderer/state/store-contracts.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { signInText } from '#renderer/ui/text/sign-in.ts';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', gap: '14px' } });

/** Signs in; a failure says what to do. */
export type SignIn = (username: string, password: string) => ReturnType<SessionStore['signIn']>;

interface SignInFormProps {
  readonly username: string;
  /** Set when only this account may sign in (its work lies on the desk). */
  readonly usernameFixed?: boolean;
  readonly signIn: SignIn;
  readonly onSignedIn?: () => void;
}

/** NIP or user name with password; a failure is shown above the button with what to do. */
export function SignInForm(props: SignInFormProps) {
  const styles = useStyles();
  const form = useSignIn(props);
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Field
        label={signInText.username}
        validationMessage={
          form.tried && form.username.trim() === '' ? signInText.usernameMissing : null
        }
      >
        <Input
          value={form.username}
          disabled={props.usernameFixed ?? false}
          autoComplete="username"
          input={{ ref: form.usernameInput }}
          onChange={(_, data) => form.setUsername(data.value)}
        />
      </Field>
      <Field
        label={signInText.password}
        validationMessage={form.tried && form.password === '' ? signInText.passwordMissing : null}
      >
        <PasswordInput
          value={form.password}
          inputRef={form.passwordInput}
          onChange={form.setPassword}
        />
      </Field>
      {form.failure && <ErrorBar message={form.failure.message} action={form.failure.action} />}
      <Button type="submit" appearance="primary" disabledFocusable={form.busy}>
        {form.busy ? signInText.submitting : signInText.submit}
      </Button>
    </form>
  );
}

interface PasswordInputProps {
  readonly value: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}

function PasswordInput({ value, inputRef, onChange }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const label = shown ? signInText.hidePassword : signInText.showPassword;
  return (
    <Input
      type={shown ? 'text' : 'password'}
      value={value}
      autoComplete="current-password"
      input={{ ref: inputRef }}
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
  );
}

/** How long a person is left waiting before being told that nothing answers (milliseconds). */
const patienceMs = 40_000;

async function patience(): Promise<{ readonly ok: false; readonly error: ShownError }> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, error: signInText.noAnswer }), patienceMs);
  });
}

function useSignIn({ username: known, signIn, onSignedIn }: SignInFormProps) {
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  const usernameInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  useEffect(() => {
    (known === '' ? usernameInput : passwordInput).current?.focus();
  }, [known]);

  async function send(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const result = await Promise.race([signIn(username.trim(), password), patience()]);
    setBusy(false);
    if (!result.ok) return setFailure(result.error);
    setPassword('');
    onSignedIn?.();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!busy && username.trim() !== '' && password !== '') void send();
  }
  return {
    username,
    setUsername,
    usernameInput,
    password,
    setPassword,
    passwordInput,
    tried,
    busy,
    failure,
    submit,
  };
}
