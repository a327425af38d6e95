import path from 'node:path';

/** What the search needs to know of the machine. */
export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Chromium\Application\chrome.exe`,
];

const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

/** Absolute paths at which an installed Chrome, Edge or Chromium may lie, best first. */
export function chromiumPlaces({ platform, env }: MachineFacts): readonly string[] {
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = env[name];
      if (folder === undefined) return [];
      return windowsPrograms.map((program) => path.win32.join(folder, program));
    });
  }
  if (platform === 'darwin') {
    return ['/Applications', path.posix.join(env['HOME'] ?? '/', 'Applications')].flatMap(
      (folder) => macPrograms.map((program) => path.posix.join(folder, program)),
    );
  }
  return onPath(linuxNames, env);
}

/**
 * Absolute paths at which an installed headless shell may lie: Chromium without the windows, which draws pages alone. Linux
 * distributions alone have it as a package.
 */
export function headlessShellPlaces({ platform, env }: MachineFacts): readonly string[] {
  return platform === 'linux' ? onPath(['chromium-headless-shell'], env) : [];
}

function onPath(names: readonly string[], env: MachineFacts['env']): readonly string[] {
  const folders = (env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}
