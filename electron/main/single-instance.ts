import { app } from 'electron';
import { focusMainWindow } from '#electron/main/window/open-main-window.ts';

/**
 * Claims to be the only instance: two would write the same local database. The second one brings the first to the front
 * and must end.
 */
export function claimSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', focusMainWindow);
  return true;
}
