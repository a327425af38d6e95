import { useState } from 'react';
import { FactorForm } from '#renderer/features/settings/factor/factor-form.tsx';
import { PasswordAndCode } from '#renderer/features/settings/factor/password-and-code.tsx';
import { settingsText } from '#renderer/features/settings/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';

const words = settingsText.factor;

interface RemoveFactorProps {
  readonly query: QueryDesk;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Goes on without a second factor, where no task asks for one. */
export function RemoveFactor({ query, onDone, onLeave }: RemoveFactorProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ShownError | null>(null);

  async function send(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const done = await query.ask('removeFactor', { body: { password, code: code.trim() } });
    setBusy(false);
    if (done.ok) onDone();
    else setFailure(done.error);
  }
  function submit(): void {
    setTried(true);
    if (!busy && password !== '' && code.trim() !== '') void send();
  }
  return (
    <FactorForm
      title={words.remove}
      submit={words.remove}
      busy={busy}
      failure={failure}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <PasswordAndCode
        why={words.removeWhy}
        password={password}
        code={code}
        tried={tried}
        onPassword={setPassword}
        onCode={setCode}
      />
    </FactorForm>
  );
}
