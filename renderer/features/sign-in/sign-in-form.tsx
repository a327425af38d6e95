import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { signInText } from '#renderer/features/sign-in/texts.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import { isSignInStep, type SignInStep } from '#renderer/core/session/sign-in-step.ts';
import { isOtherServer, type ShownError } from '#renderer/core/shown-error.ts';
import { SignInSteps, type SignIn } from '#renderer/frame/sign-in/sign-in-steps.tsx';
import { PasswordField } from '#renderer/ui/parts/password-field.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';
import { lineHeights } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  /** Room for the line below, so that nothing moves when it appears. */
  field: {
    alignContent: 'start',
    minHeight: `calc(${lineHeights.body} + ${lineHeights.small} + 42px)`,
  },
});

interface SignInFormProps {
  readonly username: string;
  /** Set when only this account may sign in (its work lies on the desk). */
  readonly usernameFixed?: boolean;
  readonly signIn: SignIn;
  readonly offerFactor: SessionStore['offerFactor'];
  /** Asked for when somebody else answers in the place of the known server. */
  readonly agreeToServer: SessionStore['agreeToServer'];
  /** What the button says; to sign in when absent. */
  readonly submitLabel?: string;
  readonly onSignedIn?: () => void;
}

/** NIP or user name with password, and what is asked for after that; a failure is shown below with what to do. */
export function SignInForm(props: SignInFormProps) {
  const styles = useStyles();
  const form = useSignIn(props);
  if (form.step) {
    return (
      <SignInSteps
        username={form.username.trim()}
        password={form.password}
        asked={form.step}
        signIn={form.signIn}
        offerFactor={props.offerFactor}
        onDone={form.done}
        onLeave={form.leaveStep}
      />
    );
  }
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Field
        className={styles.field}
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
      <PasswordField
        value={form.password}
        missing={form.tried && form.password === ''}
        inputRef={form.passwordInput}
        onChange={form.setPassword}
      />
      <Button type="submit" appearance="primary" disabledFocusable={form.busy}>
        {form.busy ? signInText.submitting : (props.submitLabel ?? signInText.submit)}
      </Button>
      <ReservedError failure={form.failure} />
      {form.trust && <Button onClick={form.trust}>{signInText.trustServer}</Button>}
    </form>
  );
}

/** How long a person is left waiting before being told that nothing answers (milliseconds). */
const patienceMs = 40_000;

async function patience(): Promise<{ readonly ok: false; readonly error: ShownError }> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ ok: false, error: signInText.noAnswer }), patienceMs);
  });
}

function useSignIn({ username: known, signIn, agreeToServer, onSignedIn }: SignInFormProps) {
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  // The password was right, and more is asked for.
  const [step, setStep] = useState<SignInStep | null>(null);
  const usernameInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  useEffect(() => {
    (known === '' ? usernameInput : passwordInput).current?.focus();
  }, [known]);

  const signInPatiently: SignIn = (...typed) => Promise.race([signIn(...typed), patience()]);
  const done = (): void => {
    setPassword('');
    setStep(null);
    onSignedIn?.();
  };
  async function send(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const result = await signInPatiently(username.trim(), password);
    setBusy(false);
    if (result.ok) return done();
    if (isSignInStep(result.error)) setStep(result.error);
    else setFailure(result.error);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!busy && username.trim() !== '' && password !== '') void send();
  }
  async function agree(key: string | null): Promise<void> {
    const agreed = await agreeToServer(key);
    if (!agreed.ok) return setFailure(agreed.error);
    await send();
  }
  const other = failure && isOtherServer(failure) ? failure : null;
  return {
    trust: other && password !== '' && !busy ? () => void agree(other.key) : null,
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
    step,
    signIn: signInPatiently,
    done,
    leaveStep: () => setStep(null),
  };
}
