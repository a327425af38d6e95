import { appointmentsText as texts } from '#renderer/features/admin/appointments/texts.ts';
import { FoundPicker, type LookFor } from '#renderer/features/admin/parts/found-picker.tsx';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ManagedAccount } from '#shared/contract/admin/accounts.ts';

interface AccountPickerProps {
  readonly query: QueryDesk;
  readonly missing: boolean;
  /** What the account is for; usually said by the form. */
  readonly label?: string;
  readonly onPick: (account: ManagedAccount | null) => void;
}

/** One account of the admin's own, by a part of its name or number. */
export function AccountPicker({ query, missing, label, onPick }: AccountPickerProps) {
  return (
    <FoundPicker
      query={query}
      look={lookForAccounts}
      lineOf={({ displayName, username }) => `${displayName} · ${username}`}
      words={{ label: label ?? texts.account, hint: texts.accountHint, none: texts.noAccount }}
      missing={missing ? texts.accountMissing : null}
      onPick={onPick}
    />
  );
}

const lookForAccounts: LookFor<ManagedAccount> = async (query, search, signal) => {
  const answer = await query.ask('adminAccounts', { query: { search } }, signal);
  return answer.ok ? answer.value.rows : null;
};
