import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findTestBrowser } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { startKeptBrowser, type KeptBrowser } from '#tests/e2e/support/kept-browser.ts';

/** A browser profile on the disk that outlives the browser, as on a person's PC. */
export interface BrowserProfile {
  readonly folder: string;
  /** Starts the browser on this profile at 1366x768; an earlier one must have been killed. */
  open(): Promise<KeptBrowser>;
  /** Ends what still runs and removes everything. */
  remove(): Promise<void>;
}

/** Makes an empty profile. */
export async function makeBrowserProfile(): Promise<BrowserProfile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-profile-'));
  const running = new Set<KeptBrowser>();
  return {
    folder,
    open: async () => {
      const found = await findTestBrowser(thisMachine(console.log), { install: false });
      if (!found.ok) throw new Error(found.error);
      const started = await startKeptBrowser(found.value, folder);
      await started.page.setViewportSize({ width: 1366, height: 768 });
      const browser: KeptBrowser = {
        page: started.page,
        kill: async () => {
          running.delete(browser);
          await started.kill();
        },
      };
      running.add(browser);
      return browser;
    },
    remove: async () => {
      await Promise.all([...running].map((browser) => browser.kill()));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where in a folder something was found. */
export interface Found {
  readonly needle: string;
  readonly file: string;
}

/**
 * Looks for texts in every file of a folder, in the encodings that a browser stores text in (UTF-8, UTF-16); `skip`
 * names parts of paths that are left out.
 */
export async function searchFolder(
  folder: string,
  needles: readonly string[],
  skip: readonly string[] = [],
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.relative(folder, path.join(entry.parentPath, entry.name));
    if (skip.some((part) => file.includes(part))) continue;
    const bytes = await readFile(path.join(folder, file));
    for (const needle of needles) {
      const forms = [Buffer.from(needle, 'utf8'), Buffer.from(needle, 'utf16le')];
      if (forms.some((form) => bytes.includes(form))) found.push({ needle, file });
    }
  }
  return found;
}
