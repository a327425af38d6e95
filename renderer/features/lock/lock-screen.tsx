import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { LockClosed20Regular, PersonSwap20Regular } from '@fluentui/react-icons';
import { useStore, type StoreApi } from 'zustand';
import { lockText } from '#renderer/features/lock/texts.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { SessionState, SessionStore } from '#renderer/core/session/session-contract.ts';
import { isSignInStep, type SignInStep } from '#renderer/core/session/sign-in-step.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';
import { SignInSteps } from '#renderer/frame/sign-in/sign-in-steps.tsx';
import { DeskPage } from '#renderer/ui/parts/desk-page.tsx';
import { PasswordField } from '#renderer/ui/parts/password-field.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface LockScreenProps {
  readonly locked: Extract<SessionState, { kind: 'terkunci' }>;
  readonly desk: Pick<Desk, 'session' | 'sync'>;
}

/** Hides the desk until its owner is back; names nobody but the owner. */
export function LockScreen({ locked, desk }: LockScreenProps) {
  const { account, waiting } = locked;
  const connection = useStore(desk.sync, (sync) => sync.connection.kind);
  const reachable = connection === 'tersambung' || connection === 'perlu_masuk';
  const form = useUnlock(desk.session, reachable);
  return (
    <DeskPage
      over={sharedText.product}
      title={lockText.title}
      subtitle={lockText.account(account.displayName, account.scopeName)}
      foot={
        <>
          {waiting > 0 && <Text>{lockText.waiting(waiting)}</Text>}
          <Text size={200}>{lockText.offline}</Text>
        </>
      }
    >
      {form.step ? (
        <SignInSteps
          username={account.username}
          password={form.step.password}
          asked={form.step.asked}
          signIn={(...typed) => desk.session.getState().signIn(...typed)}
          offerFactor={(...typed) => desk.session.getState().offerFactor(...typed)}
          onLeave={form.leaveStep}
        />
      ) : (
        <UnlockForm form={form} />
      )}
    </DeskPage>
  );
}

function UnlockForm({ form }: { readonly form: ReturnType<typeof useUnlock> }) {
  const styles = useStyles();
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <PasswordField
        value={form.password}
        missing={form.tried && form.password === ''}
        inputRef={form.input}
        onChange={form.setPassword}
      />
      <Button
        type="submit"
        appearance="primary"
        icon={<LockClosed20Regular />}
        disabledFocusable={form.busy}
      >
        {form.busy ? lockText.unlocking : lockText.unlock}
      </Button>
      <Button
        appearance="subtle"
        icon={<PersonSwap20Regular />}
        disabledFocusable={form.busy}
        onClick={form.leave}
      >
        {form.asking ? lockText.switchAnyway : lockText.switchUser}
      </Button>
      {form.asking ? (
        <ReservedError intent="warning" failure={lockText.switchOffline} />
      ) : (
        <ReservedError failure={form.failure} />
      )}
    </form>
  );
}

interface LockStep {
  readonly asked: SignInStep;
  readonly password: string;
}

function useUnlock(session: StoreApi<SessionStore>, reachable: boolean) {
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);
  // Only the server could open it, the password was right there, and more is asked for.
  const [step, setStep] = useState<LockStep | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  async function act(work: () => ReturnType<SessionStore['unlock']>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setAsked(false);
    const result = await work();
    setBusy(false);
    if (result.ok) return;
    if (isSignInStep(result.error)) setStep({ asked: result.error, password });
    else setFailure(result.error);
    setPassword('');
    setTried(false);
    input.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (password !== '') void act(() => unlockPatiently(session, password));
  }

  // Unsent decisions stay on this PC and the page says so. But whoever leaves without network cannot come back: that
  // must not happen by one press of a passer-by.
  function leave(): void {
    if (!reachable && !asked) return setAsked(true);
    void act(() => session.getState().signOut({ force: true }));
  }
  const asking = asked && !reachable;
  const leaveStep = (): void => setStep(null);
  const shown = { tried, busy, asking, failure, step };
  return { password, setPassword, input, submit, leave, leaveStep, ...shown };
}

/** How often a password that came too early is tried again, and how long apart (milliseconds). */
const patience = { tries: 5, everyMs: 500 } as const;

/** Unlocks; sits out the short wait after a first mistake, which nobody should have to hear about. */
async function unlockPatiently(
  session: StoreApi<SessionStore>,
  password: string,
): ReturnType<SessionStore['unlock']> {
  for (let tries = 0; tries < patience.tries; tries += 1) {
    const result = await session.getState().unlock(password);
    if (result.ok || result.error.kind !== 'tunggu') return result;
    await new Promise((over) => {
      setTimeout(over, patience.everyMs);
    });
  }
  return session.getState().unlock(password);
}
