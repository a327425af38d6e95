import type { BrowserWindowConstructorOptions } from 'electron';

/** What the options of the main window depend on. */
export interface WindowSetting {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  /** Whether this is an installed application (no developer tools there). */
  readonly packaged: boolean;
}

/** Options of the main window; every switch that bears on security is written out, whatever its default is today. */
export function mainWindowOptions(setting: WindowSetting): BrowserWindowConstructorOptions {
  return {
    title: 'Meja Verifikator',
    // The screen of an office PC; the work area is smaller than the screen by the task bar.
    width: 1366,
    height: 728,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: setting.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !setting.packaged,
    },
  };
}
