import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { chromiumPlaces, type MachineFacts } from '#build/browser/chromium-places.ts';

/** What the search may ask of the machine and do to it. */
export interface ChromiumSearchPorts extends MachineFacts {
  /** Path of Playwright's own Chromium for this version, whether it is there or not. */
  readonly playwrightChromium: () => string;
  /** Whether a file is there and may be executed. */
  readonly isExecutable: (file: string) => boolean;
  /** Whether this is a Debian (or a relative with apt) on which this process may install packages. */
  readonly mayInstallPackages: () => boolean;
  /** Installs Debian's `chromium`; false when that did not work. */
  readonly installChromium: () => Promise<boolean>;
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
  const named = ports.env[chromiumVariable];
  if (named !== undefined && named !== '') {
    return ports.isExecutable(named)
      ? succeed(named)
      : fail(`${chromiumVariable} menunjuk ke ${named}, tetapi berkas itu tidak dapat dijalankan.`);
  }
  const here = firstInstalled(ports);
  if (here !== undefined) return succeed(here);
  if (options.install && ports.mayInstallPackages()) {
    ports.tell('Tidak ada Chromium; memasang paket Debian "chromium" (sekitar satu menit) …');
    const installed = await ports.installChromium();
    const fresh = installed ? firstInstalled(ports) : undefined;
    if (fresh !== undefined) return succeed(fresh);
  }
  return fail(
    `Chromium tidak ditemukan: pasang Google Chrome, Microsoft Edge atau Chromium (atau jalankan "npx playwright install chromium"), atau isi ${chromiumVariable} dengan letaknya.`,
  );
}

function firstInstalled(ports: ChromiumSearchPorts): string | undefined {
  return [ports.playwrightChromium(), ...chromiumPlaces(ports)].find((file) =>
    ports.isExecutable(file),
  );
}
