import { momentText } from '#renderer/features/admin/parts/moment-text.ts';
import { devicesText as texts } from '#renderer/features/admin/devices/texts.ts';
import { CellText } from '#renderer/ui/parts/data-table/cell-text.tsx';
import type { TableColumn } from '#renderer/ui/parts/data-table/table-model.ts';
import { emWidth } from '#renderer/ui/parts/data-table/table-sizes.ts';
import type { ManagedDevice } from '#shared/contract/admin/devices.ts';

const tones = { menunggu: 'urgent', berlaku: 'usual', ditolak: 'bad', dicabut: 'bad' } as const;

const columns: readonly TableColumn<ManagedDevice>[] = [
  {
    id: 'device',
    label: texts.columns.device,
    track: 'minmax(0, 1.2fr)',
    cell: ({ deviceName, appVersion }) => (
      <>
        <CellText strong title={deviceName}>
          {deviceName}
        </CellText>
        <CellText small>{appVersion ?? ''}</CellText>
      </>
    ),
  },
  {
    id: 'person',
    label: texts.columns.person,
    track: 'minmax(0, 1.4fr)',
    cell: ({ displayName, username }) => (
      <>
        <CellText title={displayName}>{displayName}</CellText>
        <CellText small>{username}</CellText>
      </>
    ),
  },
  {
    id: 'state',
    label: texts.columns.state,
    track: emWidth(7),
    cell: ({ state }) => <CellText tone={tones[state]}>{texts.states[state]}</CellText>,
  },
  {
    id: 'seen',
    label: texts.columns.seen,
    track: emWidth(11),
    cell: ({ lastSeenAt }) => <CellText>{momentText(lastSeenAt)}</CellText>,
  },
];

/** The columns of the PCs, whatever room there is. */
export function deviceColumns(): readonly TableColumn<ManagedDevice>[] {
  return columns;
}
