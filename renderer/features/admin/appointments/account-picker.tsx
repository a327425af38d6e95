import { useEffect, useState } from 'react';
import { Combobox, Field, Option } from '@fluentui/react-components';
import { appointmentsText as texts } from '#renderer/features/admin/appointments/texts.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ManagedAccount } from '#shared/contract/admin/accounts.ts';

/** How long typing may pause before the server is asked, in milliseconds. */
const pauseMs = 250;
/** More than that nobody reads: he or she types on. */
const mostFound = 20;

interface AccountPickerProps {
  readonly query: QueryDesk;
  readonly missing: boolean;
  /** What the account is for; usually said by the form. */
  readonly label?: string;
  readonly onPick: (account: ManagedAccount | null) => void;
}

/** One account of the admin's own, by a part of its name or number. */
export function AccountPicker({ query, missing, label, onPick }: AccountPickerProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const found = useFoundAccounts(query, typed);

  function pick(id: string | undefined): void {
    const account = found?.find((one) => one.id === id) ?? null;
    if (account) setTyped(account.displayName);
    onPick(account);
  }

  return (
    <Field
      label={label ?? texts.account}
      hint={texts.accountHint}
      validationMessage={missing ? texts.accountMissing : null}
    >
      <Combobox
        freeform
        value={typed}
        open={open && found !== null}
        onOpenChange={(_, data) => setOpen(data.open)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          onPick(null);
        }}
        onOptionSelect={(_, data) => pick(data.optionValue)}
      >
        {found?.map(({ id, displayName, username }) => (
          <Option key={id} value={id} text={displayName}>
            {`${displayName} · ${username}`}
          </Option>
        ))}
        {found?.length === 0 && (
          <Option disabled value="" text="">
            {texts.noAccount}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function useFoundAccounts(query: QueryDesk, search: string): readonly ManagedAccount[] | null {
  const [found, setFound] = useState<readonly ManagedAccount[] | null>(null);
  useEffect(() => {
    const mine = new AbortController();
    const look = async (): Promise<void> => {
      const answer = await query.ask('adminAccounts', { query: { search } }, mine.signal);
      if (answer.ok && !mine.signal.aborted) setFound(answer.value.rows.slice(0, mostFound));
    };
    const timer = setTimeout(() => void look(), pauseMs);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [query, search]);
  return found;
}
