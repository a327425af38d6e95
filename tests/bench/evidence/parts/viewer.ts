import type { Browser, Page } from '@playwright/test';
import { freshBuild, openBrowser } from '#tests/bench/browser.ts';
import { rendererMemory } from '#tests/bench/evidence/browser/renderer-memory.ts';
import setUp from '#tests/e2e/support/global-setup.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { startDesk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';

/** How many documents are opened. */
const documentCount = 150;

/** How many are opened in one direction before it is gone back: fewer than wait in the inbox. */
const stretch = 55;

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
      const page = await browser.newPage({
        viewport: { width: 1366, height: 768 },
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
      });
      const verifikator = makeVerifikator(page);
      await verifikator.signIn(desk.url, busyVerifikator);
      await verifikator.openActive();
      return report(await openMany(browser, page, world));
    } finally {
      await browser.close();
      await desk.stop();
      await tearDown();
    }
  },
};

/** Memory after every tenth document, the first time before any. */
async function openMany(
  browser: Browser,
  page: Page,
  { small, signal, progress }: World,
): Promise<readonly number[]> {
  const count = small ? 20 : documentCount;
  const memory: number[] = [];
  const take = async (): Promise<void> => {
    const now = await rendererMemory(browser);
    if (now !== null) memory.push(now.nowMb);
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

/** Until the first page of the document is drawn, or the viewer says why it cannot be. */
async function documentShown(page: Page): Promise<void> {
  await page.locator('.page[data-loaded="true"]').first().waitFor({ timeout: 30_000 });
}

function report(memory: readonly number[]) {
  const last = memory.at(-1);
  if (last === undefined)
    return { lines: ['Viewer not measured: this system does not tell.'], figures: {}, budgets: {} };
  return {
    lines: [
      `The whole application's page process, MB, at the first document and after every tenth: ${memory.join(', ')}.`,
    ],
    figures: { viewerMb: last, viewerPeakMb: Math.max(...memory) },
    budgets: { viewerMb: 400 },
  };
}
