import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { activationText, signInText } from '#renderer/features/sign-in/texts.ts';
import type { PasswordDesk } from '#renderer/core/passwords/password-contract.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import { isSignInStep, type SignInStep } from '#renderer/core/session/sign-in-step.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { NewPasswordFields, useNewPassword } from '#renderer/frame/new-password.tsx';
import { SignInSteps, type SignIn } from '#renderer/frame/sign-in/sign-in-steps.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  code: { fontFamily: 'Consolas, "Courier New", monospace' },
});

interface ActivationFormProps {
  readonly activate: PasswordDesk['activate'];
  readonly signIn: SignIn;
  readonly offerFactor: SessionStore['offerFactor'];
  readonly onLeave: () => void;
}

/** The code of a slip, and a first password twice; whoever has them sits at the desk afterwards. */
export function ActivationForm(props: ActivationFormProps) {
  const styles = useStyles();
  const form = useActivation(props);
  const { username, code, password, tried, busy } = form;
  if (form.step) {
    return (
      <SignInSteps
        username={username.trim()}
        password={password.first}
        asked={form.step}
        signIn={props.signIn}
        offerFactor={props.offerFactor}
        onLeave={props.onLeave}
      />
    );
  }
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <Field
        label={signInText.username}
        validationMessage={tried && username.trim() === '' ? signInText.usernameMissing : null}
      >
        <Input
          value={username}
          autoComplete="username"
          input={{ ref: form.first }}
          onChange={(_, data) => form.setUsername(data.value)}
        />
      </Field>
      <Field
        label={activationText.code}
        hint={activationText.codeHint}
        validationMessage={tried && code.trim() === '' ? activationText.codeMissing : null}
      >
        <Input
          value={code}
          autoComplete="one-time-code"
          input={{ className: styles.code, spellCheck: false }}
          onChange={(_, data) => form.setCode(data.value)}
        />
      </Field>
      <NewPasswordFields password={password} tried={tried} />
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {busy ? activationText.submitting : activationText.submit}
      </Button>
      <Button onClick={props.onLeave}>{activationText.back}</Button>
      <ReservedError failure={form.failure} />
    </form>
  );
}

function useActivation({ activate, signIn }: ActivationFormProps) {
  const [username, setUsername] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  // The password was taken, and more is asked for.
  const [step, setStep] = useState<SignInStep | null>(null);
  const password = useNewPassword();
  const first = useRef<HTMLInputElement>(null);
  // The code works once: who could not sign in afterwards tries that alone.
  const activated = useRef(false);
  useEffect(() => first.current?.focus(), []);

  async function send(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const request = { username: username.trim(), code, newPassword: password.first };
    const done = activated.current ? { ok: true as const } : await activate(request);
    activated.current ||= done.ok;
    const entered = done.ok ? await signIn(request.username, request.newPassword) : done;
    setBusy(false);
    if (entered.ok) return password.clear();
    if (isSignInStep(entered.error)) return setStep(entered.error);
    const { message } = entered.error;
    setFailure(
      done.ok ? { ...entered.error, message: `${activationText.done} ${message}` } : entered.error,
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const complete = username.trim() !== '' && code.trim() !== '' && password.isReady;
    if (!busy && complete) void send();
  }

  return {
    username,
    setUsername,
    code,
    setCode,
    password,
    tried,
    busy,
    failure,
    step,
    first,
    submit,
  };
}
