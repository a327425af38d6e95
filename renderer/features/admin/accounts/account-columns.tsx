import { accountsText as texts } from '#renderer/features/admin/accounts/texts.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { ManagedAccount } from '#shared/contract/admin/accounts.ts';
import { showNip } from '#shared/records/value-text.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

type Column = TableColumn<ManagedAccount>;

/** What an account may do, in words. */
export function rolesText({ roles }: Pick<ManagedAccount, 'roles'>): string {
  return roles.length === 0 ? texts.noRoles : roles.map((role) => roleLabels[role]).join(', ');
}

const tones = { aktif: 'usual', menunggu: 'urgent', nonaktif: 'bad' } as const;

const columns: readonly Column[] = [
  {
    id: 'person',
    label: texts.columns.person,
    track: 'minmax(0, 1.4fr)',
    cell: ({ displayName, nip }) => (
      <>
        <CellText strong title={displayName}>
          {displayName}
        </CellText>
        <CellText small>{nip === null ? '' : showNip(nip)}</CellText>
      </>
    ),
  },
  {
    id: 'username',
    label: texts.columns.username,
    track: 'minmax(0, 1fr)',
    cell: ({ username }) => <CellText title={username}>{username}</CellText>,
  },
  {
    id: 'state',
    label: texts.columns.state,
    track: emWidth(9),
    cell: ({ state }) => <CellText tone={tones[state]}>{texts.states[state]}</CellText>,
  },
  {
    id: 'roles',
    label: texts.columns.roles,
    track: 'minmax(0, 1.2fr)',
    cell: (account) => <CellText title={rolesText(account)}>{rolesText(account)}</CellText>,
  },
];

/** The columns of the accounts, whatever room there is. */
export function accountColumns(): readonly Column[] {
  return columns;
}
