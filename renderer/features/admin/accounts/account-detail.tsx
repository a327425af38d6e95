import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { rolesText } from '#renderer/features/admin/accounts/account-columns.tsx';
import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { Detail } from '#renderer/features/admin/parts/detail.tsx';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ActivationSlip, ManagedAccount } from '#shared/contract/admin/accounts.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { showNip } from '#shared/records/value-text.ts';

interface AccountDetailProps {
  readonly account: ManagedAccount;
  readonly query: QueryDesk;
  readonly onSlip: (slip: ActivationSlip) => void;
  readonly onChanged: (sentence: string) => void;
}

/** All of an account, and what an admin does with it. */
export function AccountDetail({ account, query, onSlip, onChanged }: AccountDetailProps) {
  const [asking, setAsking] = useState<'reset' | 'shut' | null>(null);
  const act = useAct();
  const { id: accountId, displayName, state } = account;
  const isShut = state === 'nonaktif';

  const setActive = (active: boolean): void =>
    act.run(
      () => query.ask('adminChangeAccount', { body: { accountId, active } }),
      () => {
        setAsking(null);
        onChanged(active ? texts.opened(displayName) : texts.shutDone(displayName));
      },
    );
  const reset = (): void =>
    act.run(
      () => query.ask('adminResetAccount', { body: { accountId } }),
      (slip) => {
        setAsking(null);
        onSlip(slip);
      },
    );
  const isReset = asking === 'reset';

  return (
    <Detail facts={factsOf(account)} failure={asking === null ? act.failure : null}>
      {!isShut && (
        <Button size="small" onClick={() => setAsking('reset')}>
          {texts.reset}
        </Button>
      )}
      {isShut ? (
        <Button size="small" disabledFocusable={act.busy} onClick={() => setActive(true)}>
          {texts.open}
        </Button>
      ) : (
        <Button size="small" onClick={() => setAsking('shut')}>
          {texts.shut}
        </Button>
      )}
      {asking && (
        <FormDialog
          title={isReset ? texts.resetTitle : texts.shutTitle}
          submit={isReset ? texts.reset : texts.shut}
          act={act}
          onSubmit={isReset ? reset : () => setActive(false)}
          onClose={() => {
            act.forget();
            setAsking(null);
          }}
        >
          {() => (
            <Text>{isReset ? texts.resetBody(displayName) : texts.shutBody(displayName)}</Text>
          )}
        </FormDialog>
      )}
    </Detail>
  );
}

function factsOf(account: ManagedAccount) {
  const { nip, codeUntil, elsewhere } = account;
  return [
    [texts.nip, nip === null ? '' : showNip(nip)],
    [texts.columns.roles, rolesText(account)],
    [texts.codeUntil, codeUntil === null ? '' : longDate(localDateOf(new Date(codeUntil)))],
    [texts.elsewhere, elsewhere ? texts.elsewhereYes : ''],
  ] as const;
}
