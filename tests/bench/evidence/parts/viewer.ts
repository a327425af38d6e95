import type { Browser, BrowserContext, Page } from '@playwright/test';
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
      const before = (await rendererMemory(browser))?.nowMb ?? Number.NaN;
      await verifikator.openActive();
      return report(before, await openMany(browser, page, world));
    } finally {
      await browser.close();
      await desk.stop();
      await tearDown();
    }
  },
};

/** The worker that reads documents has a budget of its own; here it fails to start, which the desk takes in its stride. */
function withoutReader(): void {
  globalThis.Worker = new Proxy(Worker, {
    construct(target, parameters: ConstructorParameters<typeof Worker>) {
      if (parameters[1]?.name === 'meja-baca') throw new Error('Measured apart.');
      return new target(...parameters);
    },
  });
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await makeVerifikator(page).signIn(url, busyVerifikator);
  await page.close();
}

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

function report(before: number, memory: readonly number[]) {
  const last = memory.at(-1);
  if (last === undefined)
    return { lines: ['Viewer not measured: this system does not tell.'], figures: {}, budgets: {} };
  return {
    lines: [
      `The page's process with the whole application, MB: ${before} in the inbox, before any document; at the first one and after every tenth: ${memory.join(', ')}.`,
      `Reading is switched off here. For the documents alone: ${last - before} MB at the end.`,
    ],
    figures: {
      viewerMb: last,
      viewerPeakMb: Math.max(...memory),
      viewerDocumentsMb: last - before,
    },
    budgets: { viewerMb: 400 },
  };
}
