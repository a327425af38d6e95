import { app, dialog } from 'electron';
import { describeFault, logFaults } from '#electron/main/logging/log-faults.ts';
import { declareBundleScheme, serveBundle } from '#electron/main/protocol/serve-bundle.ts';
import {
  confineEveryPage,
  confirmServer,
  connectBridge,
  dropDefaults,
  locateShell,
  openLog,
  requireSettings,
} from '#electron/main/shell.ts';
import { shellTexts } from '#electron/main/shell-texts.ts';
import { claimSingleInstance } from '#electron/main/single-instance.ts';
import { openMainWindow } from '#electron/main/window/open-main-window.ts';

const paths = locateShell(import.meta.dirname);
const log = openLog();

/** The start of the shell, step by step. */
async function start(): Promise<void> {
  logFaults(process, log);
  app.enableSandbox();
  declareBundleScheme();
  confineEveryPage(log);
  if (!claimSingleInstance()) {
    app.quit();
    return;
  }
  app.on('window-all-closed', () => {
    app.quit();
  });
  await app.whenReady();
  const settings = requireSettings(paths, log);
  if (settings === null || !confirmServer(settings, log)) {
    app.exit(1);
    return;
  }
  dropDefaults();
  serveBundle({ root: paths.renderer, serverOrigin: settings.serverUrl });
  connectBridge(settings, log);
  await openMainWindow({ preload: paths.preload, packaged: app.isPackaged });
  log.write({ level: 'info', event: 'started', detail: app.getVersion() });
}

start().catch((fault: unknown) => {
  log.write({ level: 'error', event: 'start-failed', detail: describeFault(fault) });
  dialog.showErrorBox(shellTexts.title, shellTexts.startFault);
  app.exit(1);
});
