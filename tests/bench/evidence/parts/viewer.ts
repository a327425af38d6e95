import type { Browser, BrowserContext, Page } from '@playwright/test';
import { freshBuild, openBrowser } from '#tests/bench/browser.ts';
import {
  rendererMemory,
  type ProcessMemory,
} from '#tests/bench/evidence/browser/renderer-memory.ts';
import setUp from '#tests/e2e/support/global-setup.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { startDesk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { withoutReader } from '#tests/bench/evidence/browser/without-reader.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';

/** How many documents are opened. */
const documentCount = 150;

/** How many are opened in one direction before it is gone back: fewer than wait in the inbox. */
const stretch = 55;

/** How long the person then looks at one document (milliseconds). */
const restMs = 20_000;

/** What the whole application holds after a long day of opening documents: the page's process, viewer and all. */
export const viewer: Part = {
  name: 'viewer',
  needsFixtures: false,
  async run(world) {
    await freshBuild();
    const tearDown = await setUp();
    const desk = await startDesk();
    const browser = await openBrowser([], { endsAtInterrupt: false });
    try {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
      });
      await context.addInitScript(withoutReader);
      await signIn(context, desk.url);
      // Started anew, as on any other morning: fetching the inbox leaves memory behind that no document needs.
      const page = await context.newPage();
      await page.goto(desk.url);
      const verifikator = makeVerifikator(page);
      await verifikator.unlock(busyVerifikator);
      await verifikator.openActive();
      const memory = await openMany(browser, page, world);
      await page.waitForTimeout(restMs);
      return report(memory, await rendererMemory(browser));
    } finally {
      await browser.close();
      await desk.stop();
      await tearDown();
    }
  },
};

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await makeVerifikator(page).signIn(url, busyVerifikator);
  await page.close();
}

/** Memory at the first document and after every tenth. */
async function openMany(
  browser: Browser,
  page: Page,
  { small, signal, progress }: World,
): Promise<readonly ProcessMemory[]> {
  const count = small ? 20 : documentCount;
  const memory: ProcessMemory[] = [];
  const take = async (): Promise<void> => {
    const now = await rendererMemory(browser);
    if (now !== null) memory.push(now);
  };
  progress.begin('opening documents', count);
  await documentShown(page);
  await take();
  for (let opened = 1; opened <= count && !signal.aborted; opened += 1) {
    const before = page.url();
    await page.keyboard.press(Math.floor((opened - 1) / stretch) % 2 === 0 ? ']' : '[');
    await page.waitForURL((url) => url.href !== before);
    await documentShown(page);
    if (opened % 10 === 0) await take();
    progress.step();
  }
  return memory;
}

/** Until the first page of the document is drawn to the end: what pdf.js does last is its text. */
async function documentShown(page: Page): Promise<void> {
  const drawn = page.locator('.page .textLayer .endOfContent').first();
  await drawn.waitFor({ state: 'attached', timeout: 30_000 });
}

function report(memory: readonly ProcessMemory[], rested: ProcessMemory | null) {
  const [first, last] = [memory[0], memory.at(-1)];
  if (!first || !last || !rested)
    return { lines: ['Viewer not measured: this system does not tell.'], figures: {}, budgets: {} };
  const shares = memory.map(({ shareMb }) => shareMb);
  return {
    lines: [
      `The page's process with the whole application, MB: ${shares.join(', ')} at the first document and after every tenth, each drawn to the end and at once followed by the next; ${rested.shareMb} after ${restMs / 1000} s with the last one.`,
      `What it costs the PC (PSS): a page of memory that several processes of the browser share counts by its share. With all of the browser's own program that is resident (RSS): ${first.nowMb} at the first, ${last.nowMb} at the last, ${rested.nowMb} in the end.`,
      'Reading is switched off here; nothing asks the browser to collect its garbage.',
    ],
    figures: {
      viewerMb: last.shareMb,
      viewerPeakMb: Math.max(...shares),
      viewerRestMb: rested.shareMb,
      viewerResidentMb: last.nowMb,
    },
    budgets: { viewerMb: 400 },
  };
}
