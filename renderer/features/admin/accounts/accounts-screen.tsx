import { useCallback, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { accountColumns } from '#renderer/features/admin/accounts/account-columns.tsx';
import { AccountDetail } from '#renderer/features/admin/accounts/account-detail.tsx';
import { AddAccount } from '#renderer/features/admin/accounts/add-account.tsx';
import { FactorRules } from '#renderer/features/admin/accounts/factor-rules.tsx';
import { PrintSlips } from '#renderer/features/admin/accounts/print-slips.tsx';
import { SlipDialog } from '#renderer/features/admin/accounts/slip-dialog.tsx';
import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { Choice } from '#renderer/features/admin/parts/choice.tsx';
import { ListScreen } from '#renderer/features/admin/parts/list-screen.tsx';
import { useRows } from '#renderer/features/admin/parts/use-rows.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import {
  accountStates,
  type AccountState,
  type ActivationSlip,
  type ManagedAccount,
} from '#shared/contract/admin/accounts.ts';

interface Query {
  readonly search: string;
  readonly state: AccountState | undefined;
}

const states = accountStates.map((id) => ({ id, label: texts.states[id] }));
const idOf = ({ id }: ManagedAccount): string => id;

/** "Akun": who can sign in, and codes for those who cannot. */
export function AccountsScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const list = useAccounts(lane);
  const [adding, setAdding] = useState(false);
  const [ruling, setRuling] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [slip, setSlip] = useState<ActivationSlip | null>(null);
  const { query, reload } = list;
  const showSlip = useCallback((made: ActivationSlip) => {
    setAdding(false);
    setSlip(made);
  }, []);
  const changed = (sentence: string): void => {
    setPrinting(false);
    setRuling(false);
    announce(sentence);
    reload();
  };
  const closeSlip = (): void => {
    setSlip(null);
    reload();
  };
  return (
    <ListScreen
      words={texts}
      list={list}
      idOf={idOf}
      columnsFor={accountColumns}
      detail={detailsOf({ query: lane, onSlip: showSlip, onChanged: changed })}
      search={{
        words: texts.search,
        text: query.search,
        onSearch: (search) => list.ask({ search }),
      }}
      filters={
        <Choice
          label={texts.state}
          choices={states}
          chosen={query.state}
          onChoose={(state) => list.ask({ state })}
        />
      }
      actions={
        <>
          <Button size="small" onClick={() => setRuling(true)}>
            {texts.factorRules}
          </Button>
          <Button size="small" onClick={() => setPrinting(true)}>
            {texts.slips}
          </Button>
        </>
      }
      add={{ label: texts.add, onAdd: () => setAdding(true) }}
    >
      {adding && <AddAccount query={lane} onAdded={showSlip} onClose={() => setAdding(false)} />}
      {ruling && <FactorRules query={lane} onKept={changed} onClose={() => setRuling(false)} />}
      {printing && <PrintSlips query={lane} onMade={changed} onClose={() => setPrinting(false)} />}
      {slip && <SlipDialog slip={slip} onClose={closeSlip} />}
    </ListScreen>
  );
}

function useAccounts(lane: QueryDesk) {
  return useRows<ManagedAccount, Query>(
    ({ search, state }, after, signal) => {
      const query = { search, ...(state && { state }), ...(after && { after }) };
      return lane.ask('adminAccounts', { query }, signal);
    },
    { search: '', state: undefined },
  );
}

function detailsOf(
  props: Omit<Parameters<typeof AccountDetail>[0], 'account'>,
): (account: ManagedAccount) => ReactNode {
  return (account) => <AccountDetail account={account} {...props} />;
}
