import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import {
  chromiumPlaces,
  headlessShellPlaces,
  type MachineFacts,
} from '#build/browser/chromium-places.ts';

/** What the search may ask of the machine and do to it. */
export interface ChromiumSearchPorts extends MachineFacts {
  /** Path of Playwright's own Chromium for this version, whether it is there or not. */
  readonly playwrightChromium: () => string;
  /** Whether a file is there and may be executed. */
  readonly isExecutable: (file: string) => boolean;
  /** Whether this is a Debian (or a relative with apt) on which this process may install packages. */
  readonly mayInstallPackages: () => boolean;
  /** Installs a package of Debian's; false when that did not work. */
  readonly install: (name: 'chromium' | 'chromium-headless-shell') => Promise<boolean>;
  /** Tells the person what is going on. */
  readonly tell: (sentence: string) => void;
}

/** Name of the variable that names a Chromium outright and wins over every search. */
export const chromiumVariable = 'MEJA_CHROMIUM';

/** A Chromium that can be started, or the sentence that says what to do. */
export type FoundChromium = Result<string, string>;

/**
 * Finds a Chromium without asking anybody: the one named by `MEJA_CHROMIUM`, Playwright's own, an installed Chrome, Edge
 * or Chromium; with `install`, Debian's package as a last resort.
 */
export async function findChromium(
  ports: ChromiumSearchPorts,
  options: { readonly install: boolean },
): Promise<FoundChromium> {
  const here = namedOne(ports) ?? firstInstalled(ports);
  if (here) return here;
  if (options.install && ports.mayInstallPackages()) {
    ports.tell('Tidak ada Chromium; memasang paket Debian "chromium" (sekitar satu menit) …');
    const fresh = (await ports.install('chromium')) ? firstInstalled(ports) : null;
    if (fresh) return fresh;
  }
  return fail(
    `Chromium tidak ditemukan: pasang Google Chrome, Microsoft Edge atau Chromium (atau jalankan "npx playwright install chromium"), atau isi ${chromiumVariable} dengan letaknya.`,
  );
}

/**
 * Finds what tests run in: the one named by `MEJA_CHROMIUM`, else a headless shell, which does for a page what a Chromium
 * does and needs less for it, as it has no windows; else a Chromium. With `install` and neither of them there, the shell is
 * installed: beside a Chromium it must be of the same version, which is for people to see to.
 */
export async function findTestBrowser(
  ports: ChromiumSearchPorts,
  options: { readonly install: boolean },
): Promise<FoundChromium> {
  const here = namedOne(ports) ?? installedShell(ports) ?? firstInstalled(ports);
  if (here) return here;
  if (options.install && ports.mayInstallPackages()) {
    ports.tell('Tidak ada Chromium; memasang paket Debian "chromium-headless-shell" …');
    const fresh = (await ports.install('chromium-headless-shell')) ? installedShell(ports) : null;
    if (fresh) return fresh;
  }
  return findChromium(ports, options);
}

function namedOne(ports: ChromiumSearchPorts): FoundChromium | null {
  const named = ports.env[chromiumVariable];
  if (named === undefined || named === '') return null;
  return ports.isExecutable(named)
    ? succeed(named)
    : fail(`${chromiumVariable} menunjuk ke ${named}, tetapi berkas itu tidak dapat dijalankan.`);
}

function firstInstalled(ports: ChromiumSearchPorts): FoundChromium | null {
  return firstOf(ports, [ports.playwrightChromium(), ...chromiumPlaces(ports)]);
}

function installedShell(ports: ChromiumSearchPorts): FoundChromium | null {
  return firstOf(ports, headlessShellPlaces(ports));
}

function firstOf(ports: ChromiumSearchPorts, files: readonly string[]): FoundChromium | null {
  const found = files.find((file) => ports.isExecutable(file));
  return found === undefined ? null : succeed(found);
}
