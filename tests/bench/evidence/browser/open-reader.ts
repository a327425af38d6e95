import { readOnPage } from '#tests/support/evidence/read-in-chromium.ts';
import { serveEvidencePage } from '#tests/support/evidence/serve-page.ts';
import { openBrowser } from '#tests/bench/browser.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import { rendererMemory } from '#tests/bench/evidence/browser/renderer-memory.ts';

/** Pages that are read of a document of the open usul. */
const mostPages = 60;

/** Opens a browser with the application's reader, built as the application is and under its policy. */
export async function openReader(): Promise<BrowserReader> {
  const served = await serveEvidencePage();
  const browser = await openBrowser([], { endsAtInterrupt: false });
  const page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'evidence' in globalThis);
  return {
    async read(bytes, queries, pages = mostPages) {
      const { reading, ms } = await readOnPage(page, served, { bytes, queries, pages });
      if (reading === null) throw new Error('The reader gave up what nobody took back.');
      return { reading, ms };
    },
    rest: () => page.evaluate(() => globalThis.evidence.rest()),
    memory: () => rendererMemory(browser),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
