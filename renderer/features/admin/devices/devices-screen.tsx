import type { ReactNode } from 'react';
import { deviceColumns } from '#renderer/features/admin/devices/device-columns.tsx';
import { DeviceDetail } from '#renderer/features/admin/devices/device-detail.tsx';
import { devicesText as texts } from '#renderer/features/admin/devices/texts.ts';
import { Choice } from '#renderer/features/admin/parts/choice.tsx';
import { ListScreen } from '#renderer/features/admin/parts/list-screen.tsx';
import { useRows } from '#renderer/features/admin/parts/use-rows.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { deviceStates, type ManagedDevice } from '#shared/contract/admin/devices.ts';

interface Query {
  readonly search: string;
  readonly state: ManagedDevice['state'] | undefined;
}

const states = deviceStates.map((id) => ({ id, label: texts.states[id] }));
const idOf = ({ deviceId, accountId }: ManagedDevice): string => `${deviceId} ${accountId}`;

/** "PC": which PCs the accounts use, and those that wait for a word. */
export function DevicesScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const list = useRows<ManagedDevice, Query>(
    ({ search, state }, after, signal) => {
      const query = { search, ...(state && { state }), ...(after && { after }) };
      return lane.ask('adminDevices', { query }, signal);
    },
    { search: '', state: undefined },
  );
  const { query } = list;
  const ruled = (sentence: string): void => {
    announce(sentence);
    list.reload();
  };
  return (
    <ListScreen
      words={texts}
      list={list}
      idOf={idOf}
      columnsFor={deviceColumns}
      detail={detailsOf({ query: lane, onRuled: ruled })}
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
    />
  );
}

function detailsOf(
  props: Omit<Parameters<typeof DeviceDetail>[0], 'device'>,
): (device: ManagedDevice) => ReactNode {
  return (device) => <DeviceDetail device={device} {...props} />;
}
