// oxlint-disable typescript/no-unsafe-type-assertion -- the recorded edges stand for Electron's own types
import type * as Electron from 'electron';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bridgeCalls } from '#shared/bridge/bridge-contract.ts';

/** What the start did, in order; the edges are recorded because there is no Electron in this process. */
const { steps, record } = vi.hoisted(() => {
  const done: string[] = [];
  const recorder =
    <T>(name: string, value?: T) =>
    (...args: unknown[]): T => {
      done.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '));
      return value as T;
    };
  return { steps: done, record: recorder };
});

vi.mock('electron', () => {
  class BrowserWindow {
    constructor() {
      steps.push('window');
    }
    once = record('window.once');
    loadURL = record('load', Promise.resolve());
  }
  return {
    app: {
      isPackaged: false,
      enableSandbox: record('enableSandbox'),
      getPath: () => '/dev/null/logs',
      getVersion: () => '0.1.0',
      setAppUserModelId: record('setAppUserModelId'),
      setPath: record('setPath'),
      requestSingleInstanceLock: record('lock', true),
      on: record('app.on'),
      whenReady: record('whenReady', Promise.resolve()),
      quit: record('quit'),
      exit: record('exit'),
    } satisfies Partial<Record<keyof Electron.App, unknown>>,
    BrowserWindow,
    dialog: { showErrorBox: record('showErrorBox') } satisfies Partial<
      Record<keyof Electron.Dialog, unknown>
    >,
    ipcMain: { handle: record('handle') } satisfies Partial<
      Record<keyof Electron.IpcMain, unknown>
    >,
    Menu: { setApplicationMenu: record('menu') },
    protocol: {
      registerSchemesAsPrivileged: record('scheme'),
      handle: record('serve'),
    } satisfies Partial<Record<keyof Electron.Protocol, unknown>>,
    safeStorage: {} satisfies Partial<Record<keyof Electron.SafeStorage, unknown>>,
    session: {
      defaultSession: {
        setPermissionRequestHandler: record('permissionRequest'),
        setPermissionCheckHandler: record('permissionCheck'),
        setDevicePermissionHandler: record('devicePermission'),
      } satisfies Partial<Record<keyof Electron.Session, unknown>>,
    },
    shell: {} satisfies Partial<Record<keyof Electron.Shell, unknown>>,
  };
});

beforeAll(async () => {
  vi.stubEnv('MEJA_SERVER_URL', 'http://127.0.0.1:4680');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await import('#electron/main/index.ts');
  await vi.waitUntil(() => steps.includes('load app://bundle/index.html'));
});

afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('the scheme and the sandbox come before Electron is ready, the window last', () => {
  const order = ['enableSandbox', 'scheme', 'lock', 'whenReady', 'serve app', 'window'];
  expect(steps.filter((step) => order.includes(step))).toEqual(order);
});

test('pages are confined and permissions refused before there is a window', () => {
  const before = steps.slice(0, steps.indexOf('window'));
  for (const needed of [
    'app.on web-contents-created',
    'permissionRequest',
    'permissionCheck',
    'devicePermission',
  ]) {
    expect(before).toContain(needed);
  }
});

test('exactly the channels of the contract have a handler', () => {
  expect(steps.filter((step) => step.startsWith('handle '))).toEqual(
    Object.values(bridgeCalls).map(({ channel }) => `handle ${channel}`),
  );
});
