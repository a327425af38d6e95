import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, test, type BrowserContext, type Page } from '@playwright/test';

/** A browser profile on the disk that outlives the browser, as on a person's PC. */
export interface BrowserProfile {
  readonly folder: string;
  /** Starts the browser on this profile; an earlier one must be gone. */
  open(): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /** The browser is gone from one moment to the next, as when the plug is pulled. */
  kill(context: BrowserContext): Promise<void>;
  remove(): Promise<void>;
}

/** Makes an empty profile, opened with the settings of the test run. */
export async function makeBrowserProfile(): Promise<BrowserProfile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-profile-'));
  return {
    folder,
    open: async () => {
      const { launchOptions = {}, viewport, locale, timezoneId } = test.info().project.use;
      const context = await chromium.launchPersistentContext(folder, {
        ...launchOptions,
        ...(viewport === undefined ? {} : { viewport }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
      const page = context.pages()[0] ?? (await context.newPage());
      return { context, page };
    },
    kill: async (context) => {
      const browser = context.browser();
      if (browser === null) throw new Error('This context has no browser of its own.');
      const gone = new Promise((resolve) => context.once('close', resolve));
      const session = await browser.newBrowserCDPSession();
      // The answer never comes: who should give it is gone.
      void session.send('Browser.crash').catch(() => undefined);
      await gone;
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Where in a folder something was found. */
export interface Found {
  readonly needle: string;
  readonly file: string;
}

/**
 * Looks for texts in every file of a folder, in the encodings that a browser stores text in (UTF-8, Latin-1 is the same
 * for these, and UTF-16); `skip` names parts of paths that are left out.
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
