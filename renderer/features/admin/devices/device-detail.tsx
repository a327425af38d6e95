import { useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { devicesText as texts } from '#renderer/features/admin/devices/texts.ts';
import { Detail } from '#renderer/features/admin/parts/detail.tsx';
import { FormDialog } from '#renderer/features/admin/parts/form-dialog.tsx';
import { momentText } from '#renderer/features/admin/parts/moment-text.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { DeviceRuling, ManagedDevice } from '#shared/contract/admin/devices.ts';

interface DeviceDetailProps {
  readonly device: ManagedDevice;
  readonly query: QueryDesk;
  readonly onRuled: (sentence: string) => void;
}

/** All of a PC, and what an admin says of it. */
export function DeviceDetail({ device, query, onRuled }: DeviceDetailProps) {
  const [revoking, setRevoking] = useState(false);
  const act = useAct();
  const { deviceId, deviceName, state } = device;
  const rule = (ruling: DeviceRuling): void =>
    act.run(
      () => query.ask('adminRuleDevice', { body: { deviceId, ruling } }),
      () => {
        setRevoking(false);
        onRuled(texts.ruled[ruling](deviceName));
      },
    );
  return (
    <Detail
      facts={[
        [texts.columns.person, `${device.displayName} (${device.username})`],
        [texts.asked, momentText(device.askedAt)],
        [texts.version, device.appVersion ?? ''],
        [texts.id, deviceId],
      ]}
      failure={revoking ? null : act.failure}
    >
      {state === 'menunggu' && (
        <>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={act.busy}
            onClick={() => rule('setujui')}
          >
            {texts.approve}
          </Button>
          <Button size="small" disabledFocusable={act.busy} onClick={() => rule('tolak')}>
            {texts.refuse}
          </Button>
        </>
      )}
      {state !== 'dicabut' && (
        <Button size="small" onClick={() => setRevoking(true)}>
          {texts.revoke}
        </Button>
      )}
      {revoking && (
        <FormDialog
          title={texts.revokeTitle}
          submit={texts.revoke}
          act={act}
          onSubmit={() => rule('cabut')}
          onClose={() => {
            act.forget();
            setRevoking(false);
          }}
        >
          {() => <Text>{texts.revokeBody(deviceName)}</Text>}
        </FormDialog>
      )}
    </Detail>
  );
}
