import { BrowserWindow } from 'electron';
import { bundleStartUrl } from '#electron/main/protocol/bundle-origin.ts';
import { mainWindowOptions, type WindowSetting } from '#electron/main/window/window-options.ts';

/** Opens the main window and loads the renderer; it is shown once there is something to see. */
export async function openMainWindow(setting: WindowSetting): Promise<void> {
  const window = new BrowserWindow(mainWindowOptions(setting));
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(bundleStartUrl);
}

/** Brings the window of the running instance to the front. */
export function focusMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
