import {
  DeadlineCell,
  DocumentsCell,
  FindingsCell,
  KindText,
  PersonCell,
  RecordCell,
} from '#renderer/features/inbox/list/inbox-cells.tsx';
import { MarksCell } from '#renderer/features/inbox/list/marks-cell.tsx';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { waitingIn } from '#renderer/core/bulk/bulk-view.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

type Column = TableColumn<InboxRow>;
type InBatch = ReturnType<typeof waitingIn>;

/** From this room on every fact has a column of its own (pixels at the usual text size). */
const wideFrom = 1200;

/** The columns of the inbox by the room there is; `withStatus` where the list has usul of several states. */
export function makeInboxColumns(
  today: LocalDate,
  withStatus: boolean,
  inBatch: InBatch,
): (room: number) => readonly Column[] {
  const wide = wideColumns(today, withStatus, inBatch);
  const narrow = narrowColumns(today, withStatus, inBatch);
  return (room) => (room >= wideFrom ? wide : narrow);
}

function wideColumns(today: LocalDate, withStatus: boolean, inBatch: InBatch): readonly Column[] {
  const { columns } = inboxText;
  return [
    deadline(today, emWidth(9.5)),
    {
      id: 'employee',
      label: columns.employee,
      track: 'minmax(0, 1.3fr)',
      cell: (row) => <PersonCell row={row} withUnor={false} />,
    },
    {
      id: 'recordType',
      label: columns.recordType,
      track: 'minmax(0, 0.9fr)',
      cell: (row) => <RecordCell row={row} withKind={false} />,
    },
    { id: 'kind', label: columns.kind, track: emWidth(5.6), cell: (row) => <KindText row={row} /> },
    {
      id: 'unor',
      label: columns.unor,
      track: 'minmax(0, 1.1fr)',
      cell: (row) => <CellText title={row.unorNama}>{row.unorNama}</CellText>,
    },
    findings,
    {
      id: 'documents',
      label: columns.documents,
      track: emWidth(7),
      cell: (row) => <DocumentsCell ready={row.documentsReady} />,
    },
    marks({ withStatus, inBatch }, `minmax(${emWidth(12.8)}, 0.6fr)`),
  ];
}

function narrowColumns(today: LocalDate, withStatus: boolean, inBatch: InBatch): readonly Column[] {
  const { columns } = inboxText;
  return [
    deadline(today, emWidth(9.2)),
    {
      id: 'employee',
      label: columns.employeeAndUnor,
      track: 'minmax(0, 1.8fr)',
      cell: (row) => <PersonCell row={row} withUnor />,
    },
    {
      id: 'recordType',
      label: columns.recordType,
      track: 'minmax(0, 1fr)',
      cell: (row) => <RecordCell row={row} withKind />,
    },
    {
      id: 'findings',
      label: columns.findings,
      track: emWidth(7.2),
      cell: (row) => (
        <>
          <FindingsCell {...row} />
          {!row.documentsReady && <DocumentsCell ready={false} small />}
        </>
      ),
    },
    marks({ withStatus, inBatch }, `minmax(${emWidth(10.5)}, 0.7fr)`),
  ];
}

function deadline(today: LocalDate, track: string): Column {
  return {
    id: 'deadline',
    label: inboxText.columns.deadline,
    track,
    cell: (row) => <DeadlineCell deadline={row.deadline} today={today} />,
  };
}

const findings: Column = {
  id: 'findings',
  label: inboxText.columns.findings,
  track: emWidth(6.6),
  cell: (row) => <FindingsCell {...row} />,
};

function marks(
  { withStatus, inBatch }: { readonly withStatus: boolean; readonly inBatch: InBatch },
  track: string,
): Column {
  return {
    id: 'marks',
    label: inboxText.columns.marks,
    track,
    cell: (row) => <MarksCell row={row} withStatus={withStatus} batch={inBatch.get(row.id)} />,
  };
}
