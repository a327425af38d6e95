// oxlint-disable typescript/no-unsafe-type-assertion -- small stand-ins for Electron's own types
import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { refusePermissions } from '#electron/main/security/refuse-permissions.ts';

type Handlers = {
  request?: Parameters<Session['setPermissionRequestHandler']>[0];
  check?: Parameters<Session['setPermissionCheckHandler']>[0];
  device?: Parameters<Session['setDevicePermissionHandler']>[0];
};

test('requests, synchronous checks and devices are all refused', () => {
  const set: Handlers = {};
  refusePermissions({
    setPermissionRequestHandler: (handler) => {
      set.request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      set.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      set.device = handler;
    },
  });
  const granted: boolean[] = [];
  set.request?.({} as never, 'clipboard-read', (answer) => granted.push(answer), {} as never);
  expect(granted).toEqual([false]);
  expect(set.check?.(null, 'media', 'app://bundle', {} as never)).toBe(false);
  expect(set.device?.({} as never)).toBe(false);
});
