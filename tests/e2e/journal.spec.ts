import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findTestBrowser } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { startKeptBrowser, type KeptBrowser } from '#tests/e2e/support/kept-browser.ts';
import { serveJournalPage } from '#tests/support/journal/serve-page.ts';
import type { ServedPage } from '#tests/support/served-page.ts';

// The journal of the browser host in a real browser, without the application around it.
const account = '01900000-0000-7000-9000-000000000001';
const other = '01900000-0000-7000-9000-000000000002';

let served: ServedPage;
let profile: string;
let executable: string;
const running: KeptBrowser[] = [];

test.beforeAll(async () => {
  served = await serveJournalPage();
  const found = await findTestBrowser(thisMachine(console.log), { install: false });
  if (!found.ok) throw new Error('No browser was found.');
  executable = found.value;
});

test.afterAll(async () => {
  await served.close();
});

test.beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'meja-profile-'));
});

test.afterEach(async () => {
  for (const browser of running.splice(0)) await browser.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs in the page. */
async function appendMany(name: string): Promise<string[]> {
  const { journalPage } = globalThis;
  const texts = Array.from({ length: 20 }, (_, index) => `${name} ${index}`);
  return Promise.all(
    texts.map((text) => journalPage.append('01900000-0000-7000-9000-000000000001', text)),
  );
}

async function startBrowser(): Promise<KeptBrowser> {
  const browser = await startKeptBrowser(executable, profile);
  running.push(browser);
  await browser.page.goto(served.url);
  return browser;
}

async function killBrowser(browser: KeptBrowser): Promise<void> {
  running.splice(running.indexOf(browser), 1);
  await browser.kill();
}

test('every append that was acknowledged before the browser was killed is found again', async () => {
  let before = 0;
  for (const rounds of [1, 40, 17]) {
    const browser = await startBrowser();
    const acknowledged: string[] = [];
    await browser.page.exposeFunction('acknowledge', (text: string) => {
      acknowledged.push(text);
    });
    await browser.page.evaluate((id) => {
      void globalThis.journalPage.appendForever(id, globalThis.acknowledge);
    }, account);
    await expect.poll(() => acknowledged.length, { intervals: [1] }).toBeGreaterThanOrEqual(rounds);
    await killBrowser(browser);

    const next = await startBrowser();
    const texts = await next.page.evaluate((id) => globalThis.journalPage.read(id), account);
    const found = texts.slice(before);
    expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
    // At most the one that was on its way is there without having been acknowledged.
    expect(found.length - acknowledged.length).toBeLessThanOrEqual(1);
    before = texts.length;
    await killBrowser(next);
  }
});

test('a journal is replaced, listed and erased; another account keeps its own', async () => {
  const { page } = await startBrowser();
  const seen = await page.evaluate(
    async ([one, two]) => {
      const { journalPage } = globalThis;
      const steps: unknown[] = [await journalPage.read(one)];
      await journalPage.append(one, 'satu');
      await journalPage.append(one, 'dua');
      await journalPage.append(two, 'lain');
      await journalPage.replace(one, 'ringkas');
      await journalPage.append(one, 'tiga');
      steps.push(await journalPage.read(one), await journalPage.list());
      steps.push(await journalPage.erase(one), await journalPage.read(one));
      steps.push(await journalPage.read(two), await journalPage.list());
      return steps;
    },
    [account, other] as const,
  );
  expect(seen).toEqual([
    [],
    ['ringkas', 'tiga'],
    { ok: true, value: expect.arrayContaining([account, other]) },
    { ok: true, value: null },
    [],
    ['lain'],
    { ok: true, value: [other] },
  ]);
});

test('two windows append to one journal without losing a line', async () => {
  const { page } = await startBrowser();
  const second = await page.context().newPage();
  await second.goto(served.url);
  const answers = await Promise.all([
    page.evaluate(appendMany, 'a'),
    second.evaluate(appendMany, 'b'),
  ]);
  expect(new Set(answers.flat())).toEqual(new Set(['tersimpan']));
  const texts = await page.evaluate((id) => globalThis.journalPage.read(id), account);
  expect(texts).toHaveLength(40);
  expect(new Set(texts).size).toBe(40);
});

test('without room an append is refused, leaves nothing behind, and the next one fits again', async () => {
  const { page } = await startBrowser();
  const session = await page.context().newCDPSession(page);
  const limit = async (quotaSize?: number): Promise<void> => {
    const quota = quotaSize === undefined ? {} : { quotaSize };
    await session.send('Storage.overrideQuotaForOrigin', { origin: served.url, ...quota });
  };
  const append = (text: string, fillBytes: number): Promise<string> =>
    page.evaluate(([id, one, bytes]) => globalThis.journalPage.append(id, one, bytes), [
      account,
      text,
      fillBytes,
    ] as const);
  expect(await append('satu', 0)).toBe('tersimpan');
  await limit(100_000);
  expect(await append('terlalu besar', 3_000_000)).toBe('penuh');
  await limit();
  expect(await append('dua', 0)).toBe('tersimpan');
  expect(await page.evaluate((id) => globalThis.journalPage.read(id), account)).toEqual([
    'satu',
    'dua',
  ]);
});
