import { appointmentsText as texts } from '#renderer/features/admin/appointments/texts.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import { formatDay } from '#renderer/ui/format/dates.ts';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { ManagedAppointment } from '#shared/contract/admin/appointments.ts';
import { showNip } from '#shared/records/value-text.ts';
import { roleLabels } from '#shared/workflow/workflow-labels.ts';

type Column = TableColumn<ManagedAppointment>;

const tones = { belum: 'urgent', berlaku: 'usual', berakhir: 'bad' } as const;

/** The days of an appointment, in words. */
export function daysText({ validFrom, validUntil }: ManagedAppointment): string {
  const from = formatDay(validFrom);
  return validUntil === null ? texts.since(from) : texts.between(from, formatDay(validUntil));
}

const person: Column = {
  id: 'person',
  label: texts.columns.person,
  track: 'minmax(0, 1.3fr)',
  cell: ({ displayName, nip, username }) => (
    <>
      <CellText strong title={displayName}>
        {displayName}
      </CellText>
      <CellText small>{nip === null ? username : showNip(nip)}</CellText>
    </>
  ),
};
const role: Column = {
  id: 'role',
  label: texts.columns.role,
  track: emWidth(10),
  cell: (one) => <CellText title={roleLabels[one.role]}>{roleLabels[one.role]}</CellText>,
};
const scope: Column = {
  id: 'scope',
  label: texts.columns.scope,
  track: 'minmax(0, 1.3fr)',
  cell: ({ scopeName }) => <CellText title={scopeName}>{scopeName}</CellText>,
};
const days: Column = {
  id: 'days',
  label: texts.columns.days,
  track: emWidth(15),
  cell: (one) => <CellText title={daysText(one)}>{daysText(one)}</CellText>,
};
const standing: Column = {
  id: 'standing',
  label: texts.columns.standing,
  track: emWidth(8),
  cell: (one) => <CellText tone={tones[one.standing]}>{texts.standings[one.standing]}</CellText>,
};

const wide = [person, role, scope, days, standing];
const narrow = [person, role, scope, standing];
/** From this room on the days have a column of their own (pixels at the usual text size). */
const wideFrom = 900;

/** The columns of the appointments by the room there is. */
export function appointmentColumns(room: number): readonly Column[] {
  return room >= wideFrom ? wide : narrow;
}
