import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { isSignInStep, type SignInStep } from '#renderer/core/session/sign-in-step.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { CodeField } from '#renderer/frame/sign-in/code-field.tsx';
import { FactorOfferForm } from '#renderer/frame/sign-in/factor-offer.tsx';
import { useFirstFocus } from '#renderer/frame/sign-in/use-first-focus.ts';
import { stepText } from '#renderer/frame/sign-in/texts.ts';
import { NewPasswordFields, useNewPassword } from '#renderer/frame/new-password.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';
import type { FactorOffer } from '#shared/contract/second-factor.ts';
import type { SignInSteps as Given } from '#shared/contract/session.ts';
import type { Result } from '#shared/kernel/result.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** Signs in, with what was asked for after the password; a failure says what to do. */
export type SignIn = (
  username: string,
  password: string,
  steps?: Given,
) => Promise<Result<void, ShownError>>;

interface SignInStepsProps {
  readonly username: string;
  readonly password: string;
  /** What a sign-in with these was refused with. */
  readonly asked: SignInStep;
  readonly signIn: SignIn;
  readonly offerFactor: SessionStore['offerFactor'];
  readonly onDone?: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** What is asked for after the password: another password, a code of the second factor, or a second factor. */
export function SignInSteps(props: SignInStepsProps) {
  const styles = useStyles();
  const steps = useSteps(props);
  return (
    <div className={styles.form}>
      {formOf(steps)}
      <Button appearance="subtle" disabledFocusable={steps.busy} onClick={props.onLeave}>
        {stepText.leave}
      </Button>
      <ReservedError failure={steps.failure} />
    </div>
  );
}

type Steps = ReturnType<typeof useSteps>;

function formOf(steps: Steps): ReactNode {
  switch (steps.kind) {
    case 'sandi_baru_diperlukan':
      return <NewPasswordStep {...steps} />;
    case 'kode_diperlukan':
    case 'kode_salah':
      return <CodeStep {...steps} />;
    case 'faktor_wajib':
      return steps.offer ? (
        <FactorOfferForm
          offer={steps.offer}
          busy={steps.busy}
          onCode={(code) => steps.send({ code, newFactor: true })}
        />
      ) : (
        <FactorStep {...steps} />
      );
  }
}

function useSteps({ username, password, asked, signIn, offerFactor, onDone }: SignInStepsProps) {
  const [kind, setKind] = useState(asked.kind);
  const [given, setGiven] = useState<Given>({});
  const [offer, setOffer] = useState<FactorOffer | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);

  async function signInWith(more: Given): Promise<void> {
    setBusy(true);
    setFailure(null);
    const steps = { ...given, ...more };
    const result = await signIn(username, password, steps);
    setBusy(false);
    if (result.ok) return onDone?.();
    const { error } = result;
    const isNext = isSignInStep(error) && error.kind !== 'kode_salah' && error.kind !== kind;
    if (!isNext) return setFailure(error);
    // A code works for one try; what was chosen as a password is sent with whatever comes next.
    const { newPassword } = steps;
    setGiven(newPassword === undefined ? {} : { newPassword });
    setKind(error.kind);
  }

  async function ask(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const offered = await offerFactor(username, password);
    setBusy(false);
    if (offered.ok) setOffer(offered.value);
    else setFailure(offered.error);
  }

  return {
    kind,
    offer,
    busy,
    failure,
    send: (more: Given) => {
      if (!busy) void signInWith(more);
    },
    askForOffer: () => {
      if (!busy) void ask();
    },
  };
}

function FactorStep({ busy, askForOffer }: Steps) {
  const begin = useFirstFocus();
  return (
    <>
      <Text>{stepText.factor.why}</Text>
      <Button appearance="primary" ref={begin} disabledFocusable={busy} onClick={askForOffer}>
        {busy ? stepText.busy : stepText.factor.begin}
      </Button>
    </>
  );
}

function NewPasswordStep({ busy, send }: Steps) {
  const styles = useStyles();
  const password = useNewPassword();
  const [tried, setTried] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (password.isReady) send({ newPassword: password.first });
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Text>{stepText.newPassword.why}</Text>
      <NewPasswordFields password={password} tried={tried} />
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {busy ? stepText.busy : stepText.newPassword.submit}
      </Button>
    </form>
  );
}

function CodeStep({ busy, send }: Steps) {
  const styles = useStyles();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') send({ code: code.trim() });
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <CodeField value={code} missing={tried && code.trim() === ''} first onChange={setCode} />
      <Button type="submit" appearance="primary" disabledFocusable={busy}>
        {busy ? stepText.busy : stepText.code.submit}
      </Button>
    </form>
  );
}
