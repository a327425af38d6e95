import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { ChromiumSearchPorts } from '#build/browser/find-chromium.ts';
import type { FontPorts } from '#build/browser/office-font.ts';

/** Where Linux distributions put the fonts of the widths of Arial. */
const officeFontFolders = [
  '/usr/share/fonts/truetype/liberation',
  '/usr/share/fonts/truetype/liberation2',
  '/usr/share/fonts/liberation',
  '/usr/share/fonts/liberation-sans',
];

/** The real machine, for the search of a Chromium and of a font. */
export function thisMachine(tell: (sentence: string) => void): ChromiumSearchPorts & FontPorts {
  return {
    platform: process.platform,
    env: process.env,
    playwrightChromium: () => chromium.executablePath(),
    isExecutable,
    mayInstallPackages: () =>
      isDebian() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    install,
    hasOfficeFont: () => officeFontFolders.some((folder) => existsSync(folder)),
    installOfficeFont: () => install('fonts-liberation'),
    tell,
  };
}

/** Ubuntu has apt too, but its `chromium` package only points to a snap. */
function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') &&
    /^ID="?debian"?$/mu.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    // Absent or not executable: the question is answered.
    return false;
  }
}

async function install(name: string): Promise<boolean> {
  return (
    (await aptGet(['update', '-qq'])) &&
    aptGet(['install', '-y', '-qq', '--no-install-recommends', name])
  );
}

function aptGet(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}
