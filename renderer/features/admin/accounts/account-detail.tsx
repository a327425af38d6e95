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

type Asking = 'reset' | 'shut' | 'factor';

/** All of an account, and what an admin does with it. */
export function AccountDetail({ account, query, onSlip, onChanged }: AccountDetailProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const act = useAct();
  const { id: accountId, displayName } = account;
  const done = (sentence: string): void => {
    setAsking(null);
    onChanged(sentence);
  };

  const setActive = (active: boolean): void =>
    act.run(
      () => query.ask('adminChangeAccount', { body: { accountId, active } }),
      () => done(active ? texts.opened(displayName) : texts.shutDone(displayName)),
    );
  const submits: Readonly<Record<Asking, () => void>> = {
    reset: () =>
      act.run(
        () => query.ask('adminResetAccount', { body: { accountId } }),
        (slip) => {
          setAsking(null);
          onSlip(slip);
        },
      ),
    shut: () => setActive(false),
    factor: () =>
      act.run(
        () => query.ask('adminResetFactor', { body: { accountId } }),
        () => done(texts.factorResetDone(displayName)),
      ),
  };

  return (
    <Detail facts={factsOf(account)} failure={asking === null ? act.failure : null}>
      <Ways account={account} busy={act.busy} onAsk={setAsking} onOpen={() => setActive(true)} />
      {asking && (
        <FormDialog
          title={questions[asking].title}
          submit={questions[asking].submit}
          act={act}
          onSubmit={submits[asking]}
          onClose={() => {
            act.forget();
            setAsking(null);
          }}
        >
          {() => <Text>{questions[asking].body(displayName)}</Text>}
        </FormDialog>
      )}
    </Detail>
  );
}

interface WaysProps {
  readonly account: ManagedAccount;
  readonly busy: boolean;
  readonly onAsk: (asking: Asking) => void;
  readonly onOpen: () => void;
}

function Ways({ account: { state, factor = false }, busy, onAsk, onOpen }: WaysProps) {
  const isShut = state === 'nonaktif';
  return (
    <>
      {!isShut && (
        <Button size="small" onClick={() => onAsk('reset')}>
          {texts.reset}
        </Button>
      )}
      {!isShut && factor && (
        <Button size="small" onClick={() => onAsk('factor')}>
          {texts.factorReset}
        </Button>
      )}
      {isShut ? (
        <Button size="small" disabledFocusable={busy} onClick={onOpen}>
          {texts.open}
        </Button>
      ) : (
        <Button size="small" onClick={() => onAsk('shut')}>
          {texts.shut}
        </Button>
      )}
    </>
  );
}

/** What is asked before it is done. */
const questions = {
  reset: { title: texts.resetTitle, submit: texts.reset, body: texts.resetBody },
  shut: { title: texts.shutTitle, submit: texts.shut, body: texts.shutBody },
  factor: {
    title: texts.factorResetTitle,
    submit: texts.factorReset,
    body: texts.factorResetBody,
  },
} as const satisfies Record<Asking, object>;

function factsOf(account: ManagedAccount) {
  const { nip, codeUntil, elsewhere } = account;
  return [
    [texts.nip, nip === null ? '' : showNip(nip)],
    [texts.columns.roles, rolesText(account)],
    [texts.codeUntil, codeUntil === null ? '' : longDate(localDateOf(new Date(codeUntil)))],
    [texts.factor, account.factor ? texts.factorYes : ''],
    [texts.elsewhere, elsewhere ? texts.elsewhereYes : ''],
  ] as const;
}
