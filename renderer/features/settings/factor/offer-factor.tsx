import { useState } from 'react';
import type { StoreApi } from 'zustand';
import { FactorForm } from '#renderer/features/settings/factor/factor-form.tsx';
import { PasswordAndCode } from '#renderer/features/settings/factor/password-and-code.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { FactorOfferForm } from '#renderer/frame/sign-in/factor-offer.tsx';
import type { FactorOffer } from '#shared/contract/second-factor.ts';
import { fail, type Result } from '#shared/kernel/result.ts';

const words = settingsText.factor;

interface OfferFactorProps {
  readonly session: StoreApi<SessionStore>;
  /** Whether there is one that this takes the place of. */
  readonly has: boolean;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** A second factor for the own account: the password again, its secret, and a sign-in with its first code. */
export function OfferFactor(props: OfferFactorProps) {
  const { has, onLeave } = props;
  const form = useOffer(props);
  const { offer, busy, password, code } = form;
  return (
    <FactorForm
      title={has ? words.replace : words.add}
      submit={offer ? null : words.go}
      busy={busy}
      failure={form.failure}
      onSubmit={form.submit}
      onLeave={onLeave}
    >
      {offer ? (
        <FactorOfferForm offer={offer} busy={busy} onCode={form.confirm} />
      ) : (
        <PasswordAndCode
          why={has ? words.replaceWhy : words.addWhy}
          password={password}
          code={has ? code : null}
          tried={form.tried}
          onPassword={form.setPassword}
          onCode={form.setCode}
        />
      )}
    </FactorForm>
  );
}

function useOffer({ session, has, onDone }: OfferFactorProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [offer, setOffer] = useState<FactorOffer | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);

  async function act<T>(
    work: (store: SessionStore, username: string) => Promise<Result<T, ShownError>>,
    then: (value: T) => void,
  ): Promise<void> {
    const store = session.getState();
    setBusy(true);
    setFailure(null);
    const done = await (store.session.kind === 'masuk'
      ? work(store, store.session.account.username)
      : fail(sharedSentences.notSignedIn));
    setBusy(false);
    if (done.ok) then(done.value);
    else setFailure(done.error);
  }
  function submit(): void {
    setTried(true);
    if (busy || offer || password === '' || (has && code.trim() === '')) return;
    const shown = has ? code.trim() : undefined;
    void act((store, username) => store.offerFactor(username, password, shown), setOffer);
  }
  const confirm = (first: string): void => {
    const steps = { code: first, newFactor: true } as const;
    void act((store, username) => store.signIn(username, password, steps), onDone);
  };
  return { password, setPassword, code, setCode, tried, offer, busy, failure, submit, confirm };
}
