import { useState, type FormEvent } from 'react';
import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components';
import type { StoreApi } from 'zustand';
import { PasswordAndCode } from '#renderer/features/settings/factor/password-and-code.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { SessionStore } from '#renderer/core/session/session-contract.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { FactorOfferForm } from '#renderer/frame/sign-in/factor-offer.tsx';
import { ReservedError } from '#renderer/ui/parts/reserved-error.tsx';
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
    <form onSubmit={form.submit} noValidate>
      <DialogBody>
        <DialogTitle>{has ? words.replace : words.add}</DialogTitle>
        <DialogContent>
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
          <ReservedError failure={form.failure} />
        </DialogContent>
        <DialogActions>
          {!offer && (
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {busy ? words.busy : words.go}
            </Button>
          )}
          <Button onClick={onLeave}>{words.cancel}</Button>
        </DialogActions>
      </DialogBody>
    </form>
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
  function submit(event: FormEvent): void {
    event.preventDefault();
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
