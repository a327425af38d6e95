import { useCallback, useMemo, useRef } from 'react';
import { Button, makeStyles, Text } from '@fluentui/react-components';
import {
  CheckboxChecked16Filled,
  CheckboxCheckedSyncRegular,
  CheckboxUnchecked16Regular,
  PersonProhibited16Regular,
} from '@fluentui/react-icons';
import { BulkBar } from '#renderer/features/bulk/bulk-bar.tsx';
import { bulkKeys, bulkListKeys } from '#renderer/features/bulk/keys.ts';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import {
  useSelection,
  type Choice,
  type Selection,
} from '#renderer/features/bulk/use-selection.ts';
import { useProceed } from '#renderer/features/bulk/use-proceed.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import { DataTable, type DataTableHandle } from '#renderer/ui/parts/data-table/data-table.tsx';
import { plainItems, type TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { showNip } from '#shared/records/value-text.ts';

const useStyles = makeStyles({ end: { marginLeft: 'auto' } });

interface SelectionViewProps {
  readonly desk: Pick<Desk, 'inbox' | 'bulk'>;
  readonly onSelect: (rows: readonly InboxRow[]) => void;
  readonly onInbox: () => void;
}

/** Which usul of the inbox are to be approved together; each that cannot be says why. */
export function SelectionView({ desk, onSelect, onInbox }: SelectionViewProps) {
  const selection = useSelection(desk);
  const list = useRef<DataTableHandle>(null);
  const { choices, chosen } = selection;
  const items = useMemo(() => plainItems(choices), [choices]);
  const select = useCallback(() => {
    if (chosen.length > 0) onSelect(chosen);
  }, [chosen, onSelect]);
  useKeys([bulkKeys], { selectAll: selection.toggleAll });
  useProceed(select);
  if (choices.length === 0) {
    return (
      <Notice
        icon={<CheckboxCheckedSyncRegular />}
        title={bulkText.nothingTitle}
        action={bulkText.nothingAction}
      >
        <Button onClick={onInbox}>{bulkText.toInbox}</Button>
      </Notice>
    );
  }
  return (
    <>
      <SelectionBar
        selection={selection}
        onToggleAll={() => {
          selection.toggleAll();
          list.current?.focus();
        }}
        onSelect={select}
        onInbox={onInbox}
      />
      <DataTable
        keys={bulkListKeys}
        label={bulkText.list}
        items={items}
        columnsFor={columnsFor}
        startAt={null}
        resetOn=""
        onOpen={({ id }) => selection.toggle(id)}
        onReach={(rows) => selection.reach(rows.map(({ id }) => id))}
        ref={list}
      />
    </>
  );
}

interface SelectionBarProps {
  readonly selection: Selection;
  readonly onToggleAll: () => void;
  readonly onSelect: () => void;
  readonly onInbox: () => void;
}

function SelectionBar({ selection, onToggleAll, onSelect, onInbox }: SelectionBarProps) {
  const styles = useStyles();
  const { chosen, fit, judging } = selection;
  return (
    <BulkBar>
      <Text>{judging ? bulkText.judging : bulkText.selected(chosen.length, fit)}</Text>
      <Button
        size="small"
        title={`${bulkText.allOrNone} (${shownKey(bulkKeys, 'selectAll')})`}
        onClick={onToggleAll}
      >
        {bulkText.allOrNone}
      </Button>
      <Button size="small" appearance="subtle" title={bulkText.fromInbox} onClick={onInbox}>
        {bulkText.changeFilter}
      </Button>
      <Button
        appearance="primary"
        className={styles.end}
        disabledFocusable={chosen.length === 0}
        title={`${bulkText.selectHint} (${shownKey(bulkKeys, 'proceed')})`}
        onClick={onSelect}
      >
        {bulkText.select(chosen.length)}
      </Button>
    </BulkBar>
  );
}

const { columns } = bulkText;

const choice: TableColumn<Choice> = {
  id: 'choice',
  label: columns.choice,
  track: emWidth(8),
  cell: ({ bar, chosen }) => {
    if (bar === undefined) return null;
    if (bar !== null) {
      return <CellText icon={<PersonProhibited16Regular />}>{bulkText.unfit}</CellText>;
    }
    return chosen ? (
      <CellText icon={<CheckboxChecked16Filled />} tone="good" strong>
        {bulkText.chosen}
      </CellText>
    ) : (
      <CellText icon={<CheckboxUnchecked16Regular />}>{bulkText.notChosen}</CellText>
    );
  },
};

const employee: TableColumn<Choice> = {
  id: 'employee',
  label: columns.employee,
  track: 'minmax(0, 1.3fr)',
  cell: ({ row }) => (
    <>
      <CellText strong title={row.nama}>
        {row.nama}
      </CellText>
      <CellText small>{showNip(row.nip)}</CellText>
    </>
  ),
};

const recordType: TableColumn<Choice> = {
  id: 'recordType',
  label: columns.recordType,
  track: 'minmax(0, 1fr)',
  cell: ({ row }) => (
    <>
      <CellText title={recordTypes[row.recordType].label}>
        {recordTypes[row.recordType].label}
      </CellText>
      <CellText small title={row.unorNama}>
        {row.unorNama}
      </CellText>
    </>
  ),
};

const state: TableColumn<Choice> = {
  id: 'state',
  label: columns.state,
  track: 'minmax(0, 1.3fr)',
  cell: ({ bar }) => <CellText title={bar ?? ''}>{bar ?? ''}</CellText>,
};

const all = [choice, employee, recordType, state];
const columnsFor = () => all;
