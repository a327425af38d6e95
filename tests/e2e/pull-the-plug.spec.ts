import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { makeBrowserProfile, type BrowserProfile } from '#tests/e2e/support/browser-profile.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });
let profile: BrowserProfile;

test.beforeEach(async () => {
  profile = await makeBrowserProfile();
});
test.afterEach(() => profile.remove());

async function decidedOnServer(): Promise<readonly string[]> {
  const rows = await desk.db
    .selectFrom('decision')
    .select('usul_id')
    .orderBy('chain_seq')
    .execute();
  return rows.map((row) => row.usul_id);
}

/** Two decisions without network, then the plug; answers the usul decided. */
async function decideAndPullThePlug(): Promise<readonly string[]> {
  const browser = await profile.open();
  const { page } = browser;
  await sparePc(page.context());
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await verifikator.openActive();
  await page.context().setOffline(true);
  const decided: string[] = [];
  for (let at = 0; at < 2; at += 1) {
    decided.push(new URL(page.url()).hash.replace('#/periksa/', ''));
    await verifikator.sendBack();
  }
  await browser.kill();
  return decided;
}

test('the plug pulled right after "Tersimpan", then the local database lost as well: both decisions are there each time, and arrive once', async () => {
  const before = await decidedOnServer();
  const decided = await decideAndPullThePlug();

  await test.step('the plug: both wait, still without network', async () => {
    const browser = await profile.open();
    const verifikator = makeVerifikator(browser.page);
    await browser.page.context().setOffline(true);
    await browser.page.goto(desk.url);
    await verifikator.unlock(busyVerifikator);
    await expect(verifikator.statusBar).toContainText('2 keputusan menunggu dikirim');
    await browser.kill();
  });

  await test.step('the database: the journal gives both back', async () => {
    await rm(path.join(profile.folder, 'Default', 'IndexedDB'), { recursive: true, force: true });
    const { page } = await profile.open();
    await page.goto(desk.url);
    await page.getByLabel('NIP atau nama pengguna').fill(busyVerifikator.username);
    await page.getByLabel('Kata sandi', { exact: true }).fill(busyVerifikator.password);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('pengumuman')).toContainText('2 keputusan dipulihkan');
  });

  await expect
    .poll(async () => (await decidedOnServer()).slice(before.length).toSorted(), {
      timeout: 60_000,
    })
    .toEqual(decided.toSorted());
});
