import { auditActions, auditText as texts } from '#renderer/features/admin/audit/texts.ts';
import { momentText } from '#renderer/features/admin/parts/moment-text.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { AuditRow } from '#shared/contract/admin/audit.ts';

type Column = TableColumn<AuditRow>;

/** What was done, in words. */
export function actionText({ action }: Pick<AuditRow, 'action'>): string {
  return auditActions[action] ?? action;
}

const at: Column = {
  id: 'at',
  label: texts.columns.at,
  track: emWidth(11),
  cell: (entry) => <CellText>{momentText(entry.at)}</CellText>,
};
const who: Column = {
  id: 'who',
  label: texts.columns.who,
  track: 'minmax(0, 1.3fr)',
  cell: ({ by }) => (
    <>
      <CellText title={by?.displayName ?? texts.server}>{by?.displayName ?? texts.server}</CellText>
      <CellText small>{by?.username ?? ''}</CellText>
    </>
  ),
};
const action: Column = {
  id: 'action',
  label: texts.columns.action,
  track: 'minmax(0, 1fr)',
  cell: (entry) => (
    <CellText strong title={actionText(entry)}>
      {actionText(entry)}
    </CellText>
  ),
};
const about: Column = {
  id: 'about',
  label: texts.columns.about,
  track: 'minmax(0, 1fr)',
  cell: (entry) => (
    <CellText title={entry.about?.displayName ?? ''}>{entry.about?.displayName ?? ''}</CellText>
  ),
};
const device: Column = {
  id: 'device',
  label: texts.columns.device,
  track: 'minmax(0, 0.9fr)',
  cell: ({ deviceName }) => <CellText title={deviceName ?? ''}>{deviceName ?? ''}</CellText>,
};

const wide = [at, who, action, about, device];
const narrow = [at, who, action, about];
/** From this room on the PC has a column of its own (pixels at the usual text size). */
const wideFrom = 900;

/** The columns of the audit by the room there is. */
export function auditColumns(room: number): readonly Column[] {
  return room >= wideFrom ? wide : narrow;
}
