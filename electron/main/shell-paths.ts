import path from 'node:path';

/** Files of the shell, found from where the built main script lies (the same in a work tree and in an asar). */
export interface ShellPaths {
  readonly preload: string;
  readonly renderer: string;
  readonly settingsFile: string;
}

/** Where the running shell was started from. */
export interface ShellLocation {
  /** Folder of the built main script, `dist/electron`. */
  readonly mainFolder: string;
  readonly packaged: boolean;
  /** Electron's `process.resourcesPath`; the settings file lies there when packaged. */
  readonly resourcesPath: string;
}

/** Finds the files of the shell. */
export function shellPaths(location: ShellLocation): ShellPaths {
  const dist = path.dirname(location.mainFolder);
  return {
    preload: path.join(location.mainFolder, 'preload.cjs'),
    renderer: path.join(dist, 'renderer'),
    settingsFile: path.join(
      location.packaged
        ? location.resourcesPath
        : path.join(path.dirname(dist), 'resources', 'settings'),
      'settings.json',
    ),
  };
}
