import { useMemo, type ReactElement } from 'react';
import {
  CheckmarkCircle16Filled,
  Clock16Regular,
  DismissCircle16Filled,
  PersonArrowRight16Regular,
} from '@fluentui/react-icons';
import { bulkListKeys } from '#renderer/features/bulk/keys.ts';
import { bulkText } from '#renderer/features/bulk/texts.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import { DataTable } from '#renderer/ui/parts/data-table/data-table.tsx';
import type { TableColumn, TableItem } from '#renderer/ui/parts/data-table/table-model.ts';
import type { ToldBatch, ToldBulkItem } from '#shared/contract/bulk.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { bulkBarSentences } from '#shared/workflow/bulk/bulk-labels.ts';

interface BatchListProps {
  readonly items: readonly ToldBulkItem[];
  readonly state: ToldBatch['state'];
  readonly decided: BulkStore['decided'];
  readonly onOpen: (usulId: string) => void;
}

/** Usul of a batch, and what became of each. */
export function BatchList({ items, state, decided, onOpen }: BatchListProps) {
  const rows = useMemo(
    () => items.map((row): TableItem<ToldBulkItem> => ({ kind: 'row', id: row.usulId, row })),
    [items],
  );
  const columnsFor = useMemo(() => {
    const all = [...facts, fateColumn(state, decided)];
    return () => all;
  }, [state, decided]);
  return (
    <DataTable
      keys={bulkListKeys}
      label={bulkText.list}
      items={rows}
      columnsFor={columnsFor}
      startAt={null}
      resetOn=""
      onOpen={({ usulId }) => onOpen(usulId)}
    />
  );
}

const { columns, fates } = bulkText;

const facts: readonly TableColumn<ToldBulkItem>[] = [
  {
    id: 'employee',
    label: columns.name,
    track: 'minmax(0, 1.3fr)',
    cell: ({ nama }) => (
      <CellText strong title={nama}>
        {nama}
      </CellText>
    ),
  },
  {
    id: 'recordType',
    label: columns.recordType,
    track: 'minmax(0, 1fr)',
    cell: ({ recordType: type }) => (
      <CellText title={recordTypes[type].label}>{recordTypes[type].label}</CellText>
    ),
  },
  {
    id: 'opd',
    label: `${columns.opd} · ${columns.verifikator}`,
    track: 'minmax(0, 1.2fr)',
    cell: ({ opd, verifikator }) => (
      <>
        <CellText title={opd}>{opd}</CellText>
        <CellText small title={verifikator ?? ''}>
          {verifikator ?? ''}
        </CellText>
      </>
    ),
  },
];

/** What is said of an usul. */
interface Fate {
  readonly words: string;
  readonly why: string;
  readonly icon: ReactElement;
  readonly tone: 'usual' | 'good' | 'urgent' | 'bad';
}

function fateColumn(
  state: ToldBatch['state'],
  decided: BulkStore['decided'],
): TableColumn<ToldBulkItem> {
  return {
    id: 'state',
    label: columns.state,
    track: 'minmax(0, 1.2fr)',
    cell: (item) => {
      const { words, why, icon, tone } = fateOf(item, state, decided);
      return (
        <>
          <CellText icon={icon} tone={tone}>
            {words}
          </CellText>
          {why !== '' && (
            <CellText small title={why}>
              {why}
            </CellText>
          )}
        </>
      );
    },
  };
}

function fateOf(
  { fate, reason, drawn, usulId }: ToldBulkItem,
  state: ToldBatch['state'],
  decided: BulkStore['decided'],
): Fate {
  const why = reason === null ? (drawn ? bulkText.sampled : '') : bulkBarSentences[reason];
  switch (fate) {
    case 'disetujui':
      return { words: fates.disetujui, why, icon: <CheckmarkCircle16Filled />, tone: 'good' };
    case 'kesalahan':
      return { words: fates.kesalahan, why, icon: <DismissCircle16Filled />, tone: 'bad' };
    case 'ditolak':
      return { words: fates.ditolak, why, icon: <DismissCircle16Filled />, tone: 'urgent' };
    case 'hilang':
      return { words: fates.hilang, why, icon: <PersonArrowRight16Regular />, tone: 'usual' };
    case 'menunggu': {
      const here = drawn && decided.has(usulId);
      const words = state === 'terbuka' ? fates.menunggu : bulkText.untouched;
      return here
        ? { words: bulkText.decidedHere, why, icon: <CheckmarkCircle16Filled />, tone: 'good' }
        : { words, why, icon: <Clock16Regular />, tone: 'usual' };
    }
  }
}
