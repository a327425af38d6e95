import os from 'node:os';
import path from 'node:path';
import { app, dialog, Menu, safeStorage, session, shell } from 'electron';
import { makeFileJournal } from '#electron/journal/file-journal.ts';
import { makeBridgeHandlers } from '#electron/ipc/handlers/bridge-handlers.ts';
import { registerBridge } from '#electron/ipc/register-bridge.ts';
import { makeRotatingLog, type Log } from '#electron/main/logging/rotating-log.ts';
import { confineContents } from '#electron/main/security/confine-contents.ts';
import { refusePermissions } from '#electron/main/security/refuse-permissions.ts';
import { mayGoTo } from '#electron/main/settings/pinned-server.ts';
import { readSettings, type Settings } from '#electron/main/settings/settings.ts';
import { shellPaths, type ShellPaths } from '#electron/main/shell-paths.ts';
import { shellTexts } from '#electron/main/shell-texts.ts';

/** Identity of the installed application; Windows groups windows and notifications by it. Never changes. */
export const appId = 'id.mejaverifikator.desktop';

/** Locates the shell's files and, in a work tree, its data folder (`MEJA_USER_DATA`). */
export function locateShell(mainFolder: string): ShellPaths {
  const userData = process.env['MEJA_USER_DATA'];
  if (!app.isPackaged && userData !== undefined) app.setPath('userData', userData);
  app.setAppUserModelId(appId);
  return shellPaths({
    mainFolder,
    packaged: app.isPackaged,
    resourcesPath: process.resourcesPath,
  });
}

/** Opens the log of this PC: five files of one megabyte each. */
export function openLog(): Log {
  return makeRotatingLog({
    folder: app.getPath('logs'),
    maxBytes: 1_000_000,
    keep: 4,
    now: () => new Date(),
  });
}

/** Reads the settings, or tells the person what is wrong with them and ends. */
export function requireSettings(paths: ShellPaths, log: Log): Settings | null {
  const settings = readSettings({
    file: paths.settingsFile,
    serverUrl: app.isPackaged ? undefined : process.env['MEJA_SERVER_URL'],
  });
  if (settings.ok) return settings.value;
  log.write({ level: 'error', event: 'settings', detail: settings.error });
  dialog.showErrorBox(
    shellTexts.title,
    shellTexts.settingsFault[settings.error](paths.settingsFile),
  );
  return null;
}

/** Whether the desk may go to that server; a person is asked when it is not the one of before. */
export function confirmServer({ serverUrl }: Settings, log: Log): boolean {
  // In a work tree whoever starts it names the server of the moment.
  if (!app.isPackaged && process.env['MEJA_SERVER_URL'] !== undefined) return true;
  const { message, detail, cancel, goOn } = shellTexts.serverChanged;
  const agreed = mayGoTo(serverUrl, {
    file: path.join(app.getPath('userData'), 'server.json'),
    ask: (before, now) =>
      dialog.showMessageBoxSync({
        type: 'warning',
        title: shellTexts.title,
        message,
        detail: detail(before, now),
        buttons: [cancel, goOn],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      }) === 1,
  });
  if (!agreed) log.write({ level: 'warning', event: 'server-changed', detail: 'refused' });
  return agreed;
}

/** Confines every page that will ever be made, before the first one is. */
export function confineEveryPage(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    confineContents(contents, {
      openExternal: (url) => shell.openExternal(url),
      refused: (kind) => {
        log.write({ level: 'warning', event: 'refused', detail: kind });
      },
    });
    contents.on('render-process-gone', (_gone, details) => {
      log.write({ level: 'error', event: 'renderer-gone', detail: details.reason });
    });
  });
}

/** Takes away what pages get by default: permissions, devices and the menu with its reload and developer tools. */
export function dropDefaults(): void {
  refusePermissions(session.defaultSession);
  Menu.setApplicationMenu(null);
}

/** Connects the page to the main process through the bridge contract. */
export function connectBridge(settings: Settings, log: Log): void {
  registerBridge(
    makeBridgeHandlers({
      appVersion: app.getVersion(),
      serverUrl: settings.serverUrl,
      deviceName: os.hostname().slice(0, 80),
      log,
      systemVault: safeStorage,
      journal: makeFileJournal(path.join(app.getPath('userData'), 'journal'), (code) => {
        log.write({ level: 'error', event: 'journal', detail: code });
      }),
    }),
    (call, refusal) => {
      log.write({ level: 'warning', event: 'bridge-refused', detail: `${call} ${refusal}` });
    },
  );
}
