import { useState } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { usernamePattern, type ActivationSlip } from '#shared/contract/admin/accounts.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';

interface AddAccountProps {
  readonly query: QueryDesk;
  readonly onAdded: (slip: ActivationSlip) => void;
  readonly onClose: () => void;
}

/** An account for one person; it gets a code and no password. */
export function AddAccount({ query, onAdded, onClose }: AddAccountProps) {
  const [displayName, setDisplayName] = useState('');
  const [username, setUsername] = useState('');
  const [nip, setNip] = useState('');
  const act = useAct();
  const hasName = isPlainLine(displayName);
  const hasUsername = usernamePattern.test(username.trim().toLowerCase());

  function submit(): void {
    if (!hasName || !hasUsername) return;
    const body = { displayName, username, nip: nip.trim() === '' ? null : nip };
    act.run(() => query.ask('adminAddAccount', { body }), onAdded);
  }

  return (
    <FormDialog
      title={texts.addTitle}
      submit={texts.add}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <Field
            label={texts.displayName}
            validationMessage={tried && !hasName ? texts.nameMissing : null}
          >
            <Input value={displayName} onChange={(_, data) => setDisplayName(data.value)} />
          </Field>
          <Field
            label={texts.username}
            hint={texts.usernameHint}
            validationMessage={tried && !hasUsername ? texts.usernameWrong : null}
          >
            <Input
              value={username}
              autoComplete="off"
              onChange={(_, data) => setUsername(data.value)}
            />
          </Field>
          <Field label={texts.nipOptional}>
            <Input value={nip} autoComplete="off" onChange={(_, data) => setNip(data.value)} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
