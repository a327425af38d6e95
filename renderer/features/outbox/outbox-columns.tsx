import {
  explanation,
  recordTitle,
  type OutboxEntryView,
} from '#renderer/features/outbox/outbox-entry.ts';
import { OutboxStateText } from '#renderer/features/outbox/outbox-state.tsx';
import { TimeCell } from '#renderer/features/outbox/time-cell.tsx';
import { Remedies } from '#renderer/features/outbox/remedies.tsx';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import { outcomeLabelsOf } from '#shared/workflow/workflow-labels.ts';
import { showNip } from '#shared/records/value-text.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

type Column = TableColumn<OutboxEntryView>;

/** From this room on every fact has a column of its own (pixels at the usual text size). */
const wideFrom = 1150;

interface ColumnPorts extends RowRemedies {
  readonly today: LocalDate;
  /** Whose words name the decisions. */
  readonly role: Role;
}

interface RowRemedies {
  readonly onReopen: (decisionId: string) => void;
  readonly onCompare: (decisionId: string) => void;
  readonly onLetGo: (decisionId: string) => void;
}

/** The columns of the decisions by the room there is. */
export function makeOutboxColumns(ports: ColumnPorts): (room: number) => readonly Column[] {
  const last = [outcomeColumn(ports.role), stateColumn(ports.today), actionColumn(ports)];
  const wide = [time, person(false), record, ...last];
  const narrow = [time, person(true), ...last];
  return (room) => (room >= wideFrom ? wide : narrow);
}

const { columns } = outboxText;

const time: Column = {
  id: 'time',
  label: columns.time,
  track: emWidth(6),
  cell: (entry, state) => <TimeCell entry={entry} {...state} />,
};

function person(withRecord: boolean): Column {
  return {
    id: 'employee',
    label: withRecord ? columns.employeeAndRecord : columns.employee,
    track: 'minmax(0, 1.3fr)',
    cell: (entry) => (
      <>
        <CellText strong title={entry.employeeName}>
          {entry.employeeName}
        </CellText>
        <CellText small>{showNip(entry.nip)}</CellText>
        {withRecord && (
          <CellText small title={recordTitle(entry)}>
            {recordTitle(entry)}
          </CellText>
        )}
      </>
    ),
  };
}

const record: Column = {
  id: 'record',
  label: columns.record,
  track: 'minmax(0, 1fr)',
  cell: (entry) => <CellText title={recordTitle(entry)}>{recordTitle(entry)}</CellText>,
};

function outcomeColumn(role: Role): Column {
  const labels = outcomeLabelsOf(role);
  return {
    id: 'outcome',
    label: columns.outcome,
    track: 'minmax(0, 1.1fr)',
    cell: (entry) => {
      const why = explanation(entry);
      const label = labels[entry.decision.outcome];
      return (
        <>
          <CellText title={label}>{label}</CellText>
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

function stateColumn(today: LocalDate): Column {
  return {
    id: 'state',
    label: columns.state,
    track: 'minmax(0, 1.3fr)',
    cell: ({ state }) => <OutboxStateText state={state} today={today} />,
  };
}

function actionColumn({ onReopen, onCompare, onLetGo }: RowRemedies): Column {
  return {
    id: 'action',
    label: columns.action,
    track: emWidth(8.4),
    cell: (entry, { active }) => <Remedies {...{ entry, active, onReopen, onCompare, onLetGo }} />,
  };
}
