import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { freshBuild, openBrowser } from '#tests/bench/browser.ts';
import { median } from '#tests/bench/median.ts';
import { fillInboxes } from '#tests/bench/start/large-inbox.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { inboxText } from '#renderer/features/inbox/text/inbox.ts';
import setUp from '#tests/e2e/support/global-setup.ts';
import { startDesk, type Desk } from '#tests/e2e/support/start-desk.ts';
import type { Credentials } from '#tests/e2e/support/verifikator.ts';

/** One start, in milliseconds: from the address to the lock, from the password to a list that can be used. */
interface Start {
  readonly toLock: number;
  readonly toList: number;
}

// Nobody signs in and goes: what makes the next start quick is written while the person works.
const firstWorkMs = 60_000;

/** How long the application takes to start with a large sealed inbox, beside a start with nothing in it. */
export const start: Bench = {
  title: 'from the start to a list that can be used: 40,000 sealed usul beside an empty inbox',
  async run({ runs, small }) {
    await freshBuild();
    const tearDown = await setUp();
    const desk = await startDesk();
    const browser = await openBrowser();
    try {
      return await measure(desk, browser, runs, small ? 2000 : 40_000);
    } finally {
      await browser.close();
      await desk.stop();
      await tearDown();
    }
  },
};

async function measure(
  desk: Desk,
  browser: Browser,
  runs: number,
  usulCount: number,
): Promise<BenchReport> {
  const inboxes = await fillInboxes(desk, usulCount);
  const all = `${formatCount(usulCount)} usul`;
  const large = await openSignedIn(browser, desk, inboxes.large, all);
  const empty = await openSignedIn(browser, desk, inboxes.empty, inboxText.empty);
  const starts: Record<'large' | 'empty', Start[]> = { large: [], empty: [] };
  // In turn, so that whatever slows the machine down meets both; the first of each warms up.
  for (let run = 0; run <= runs; run += 1) {
    const one = await startAnew(large, desk, inboxes.large);
    const other = await startAnew(empty, desk, inboxes.empty);
    if (run === 0) continue;
    starts.large.push(one);
    starts.empty.push(other);
  }
  return report(starts, usulCount, runs);
}

/** Signs in and waits until everything is on this PC. */
async function openSignedIn(
  browser: Browser,
  desk: Desk,
  { username, password }: Credentials,
  complete: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  const page = await context.newPage();
  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByText(complete, { exact: true }).first().waitFor({ timeout: 1_200_000 });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForTimeout(firstWorkMs);
  await page.close();
  return context;
}

async function startAnew(
  context: BrowserContext,
  desk: Desk,
  { password }: Credentials,
): Promise<Start> {
  const page = await context.newPage();
  await page.goto(desk.url, { waitUntil: 'commit' });
  const toLock = await whenThere(page, 'input[type="password"]:focus');
  await page.keyboard.type(password);
  const pressed = await page.evaluate(() => performance.now());
  await page.keyboard.press('Enter');
  const usable = '[role="grid"] tr[aria-rowindex="2"]';
  const there = await whenThere(page, usable, inboxText.empty);
  await page.close();
  return { toLock, toList: there - pressed };
}

/** When an element or a text stands on the screen, in the page's own time (milliseconds since it began to load). */
async function whenThere(page: Page, selector: string, text?: string): Promise<number> {
  const seen = await page.waitForFunction(
    ([element, words]) => {
      const main = document.querySelector('main')?.innerText ?? '';
      const told = words !== undefined && main.includes(words);
      return told || document.querySelector(element) !== null ? performance.now() : null;
    },
    [selector, text] as const,
  );
  return (await seen.jsonValue()) ?? Number.NaN;
}

function report(
  starts: Readonly<Record<'large' | 'empty', readonly Start[]>>,
  usulCount: number,
  runs: number,
): BenchReport {
  const whole = (list: readonly Start[]): number =>
    median(list.map(({ toLock, toList }) => toLock + toList));
  const part = (list: readonly Start[], of: keyof Start): number =>
    Math.round(median(list.map((one) => one[of])));
  const ratio = Number((whole(starts.large) / whole(starts.empty)).toFixed(2));
  const line = (name: string, list: readonly Start[]): string =>
    `${name.padEnd(22)} ${String(part(list, 'toLock')).padStart(6)} ms to the lock  ${String(part(list, 'toList')).padStart(6)} ms from the password to the list`;
  return {
    lines: [
      line(`${usulCount} usul`, starts.large),
      line('nothing', starts.empty),
      `${ratio} times the start with nothing in it (median of ${runs}, in turn)`,
    ],
    figures: { startRatio: ratio },
    budgets: { startRatio: 1.5 },
  };
}
