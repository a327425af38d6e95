import type { Browser, Page } from '@playwright/test';
import type { BenchReport } from '#tests/bench/bench.ts';
import { freshBuild, openBrowser } from '#tests/bench/browser.ts';
import { withoutReader } from '#tests/bench/evidence/browser/without-reader.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';
import { median } from '#tests/bench/median.ts';
import setUp from '#tests/e2e/support/global-setup.ts';
import { keepScannedQueue } from '#tests/e2e/support/scanned-queue.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { startDesk, type Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

/** Scanned usul in the queue; the first of every sitting warms up. */
const usulCount = 9;

/** How long an usul is looked at before the next is opened (milliseconds). */
const glanceMs = 400;

/** One opening, in milliseconds from the key: until the fields stand there, until the first page is drawn. */
interface Opening {
  readonly fields: number;
  readonly page: number;
  /** Until the first badge; null where nothing is read. */
  readonly badges: number | null;
}

/** Two PCs at one desk, with the same queue of scans: on the one all of them were read ahead, the other cannot read. */
interface Pcs {
  readonly reading: Page;
  readonly unread: Page;
}

/** What evidence costs when an usul is opened that was read ahead, beside a PC whose reader does not start. */
export const opening: Part = {
  name: 'opening',
  needsFixtures: false,
  async run(world) {
    await freshBuild();
    const tearDown = await setUp();
    const desk = await startDesk();
    const browser = await openBrowser([], { endsAtInterrupt: false });
    try {
      await keepScannedQueue(desk, busyVerifikator.username, { count: usulCount, faulty: 2 });
      const reading = await signIn(browser, desk, { canRead: true });
      const unread = await signIn(browser, desk, { canRead: false });
      await untilRead(reading);
      return report(await measure({ reading, unread }, world));
    } finally {
      await browser.close();
      await desk.stop();
      await tearDown();
    }
  },
};

async function signIn(
  browser: Browser,
  desk: Desk,
  { canRead }: { readonly canRead: boolean },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  if (!canRead) await context.addInitScript(withoutReader);
  await context.addInitScript(noteKeys);
  const page = await context.newPage();
  // The first load takes its time on a busy machine.
  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').waitFor();
  await makeVerifikator(page).signIn(desk.url, busyVerifikator);
  return page;
}

/** Writes down when a key was pressed, in the page's own time. */
function noteKeys(): void {
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      document.documentElement.dataset['pressed'] = String(timeStamp);
    },
    { capture: true },
  );
}

async function untilRead(page: Page): Promise<void> {
  const progress = page.getByText(/^\d+ dari \d+ dokumen telah dibaca/);
  await progress.waitFor({ timeout: 30_000 });
  await progress.waitFor({ state: 'hidden', timeout: 600_000 });
}

/** In every sitting each usul is opened for the first time since the start: nothing of it is in memory. */
async function measure(
  pcs: Pcs,
  { small, runs, signal, progress }: World,
): Promise<Readonly<Record<keyof Pcs, readonly Opening[]>>> {
  const sittings = small ? 1 : runs;
  const openings: Record<keyof Pcs, Opening[]> = { reading: [], unread: [] };
  progress.begin('opening usul', sittings * (usulCount - 1));
  for (let sitting = 0; sitting < sittings && !signal.aborted; sitting += 1) {
    for (const page of [pcs.reading, pcs.unread]) await sitDown(page);
    for (let usul = 1; usul < usulCount; usul += 1) {
      // In turn, so that whatever slows the machine down meets both; each goes first every other time.
      const first: keyof Pcs = usul % 2 === 0 ? 'reading' : 'unread';
      for (const pc of [first, first === 'reading' ? 'unread' : 'reading'] as const)
        openings[pc].push(await openNext(pcs[pc], pc === 'reading'));
      progress.step();
    }
  }
  return openings;
}

async function sitDown(page: Page): Promise<void> {
  await page.bringToFront();
  await page.goto(new URL('/', page.url()).href);
  const verifikator = makeVerifikator(page);
  await verifikator.unlock(busyVerifikator);
  await verifikator.openActive();
  await page.locator(drawnPage).first().waitFor();
  await page.waitForTimeout(5 * glanceMs);
}

const drawnPage = '.page[data-loaded="true"]:not(.loadingIcon)';

async function openNext(page: Page, isRead: boolean): Promise<Opening> {
  await page.bringToFront();
  // What stands there now is not what is waited for.
  await page.evaluate(() => {
    for (const shown of document.querySelectorAll('[data-field], .page, [data-lencana]'))
      shown.setAttribute('data-before', '');
  });
  const seen = [
    whenThere(page, '[data-field]:not([data-before])'),
    whenThere(page, `${drawnPage}:not([data-before])`),
    isRead ? whenThere(page, '[data-lencana]:not([data-before])') : Promise.resolve(null),
  ] as const;
  await page.keyboard.press(']');
  const [fields, drawn, badges] = await Promise.all(seen);
  await page.waitForTimeout(glanceMs);
  return { fields, page: drawn, badges };
}

/** Milliseconds from the key until the frame in which an element stands there. */
async function whenThere(page: Page, selector: string): Promise<number> {
  const seen = await page.waitForFunction(
    (element) =>
      document.querySelector(element) === null
        ? null
        : performance.now() - Number(document.documentElement.dataset['pressed']),
    selector,
  );
  return (await seen.jsonValue()) ?? Number.NaN;
}

function report(openings: Readonly<Record<keyof Pcs, readonly Opening[]>>): BenchReport {
  const middle = (pc: keyof Pcs, of: 'fields' | 'page'): number =>
    median(openings[pc].map((one) => one[of]));
  const ratio = (of: 'fields' | 'page'): number =>
    Number((middle('reading', of) / middle('unread', of)).toFixed(2));
  const line = (name: string, pc: keyof Pcs): string =>
    `${name.padEnd(18)} ${String(Math.round(middle(pc, 'fields'))).padStart(5)} ms to the fields ${String(Math.round(middle(pc, 'page'))).padStart(5)} ms to the first page`;
  const badges = median(openings.reading.map((one) => one.badges ?? Number.NaN));
  return {
    lines: [
      `${line('read ahead', 'reading')} ${String(Math.round(badges)).padStart(5)} ms to the first badge`,
      line('reader switched off', 'unread'),
      `Medians of ${openings.reading.length} openings each of scanned usul, each for the first time since the application was started, in turn on two PCs.`,
    ],
    figures: {
      openingPageRatio: ratio('page'),
      openingFieldsRatio: ratio('fields'),
      openingBadgesMs: Math.round(badges),
    },
    budgets: { openingPageRatio: 1.15, openingFieldsRatio: 1.15 },
  };
}
