import { expect } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/by-keyboard.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { keepScannedQueue } from '#tests/e2e/support/scanned-queue.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

test.use({ power: 'mains', reading: 'real', serviceWorkers: 'allow' });

const desk = useFreshDesk();

test('with the server gone and the page started anew, a scan that was kept but not read yet is read', async ({
  page,
}) => {
  const queue = await keepScannedQueue(desk, busyVerifikator.username, { count: 4, faulty: 0 });
  const { usul } = queue.at(-1)!;
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  // What is to be read later is not read now.
  await tabTo(page, page.getByRole('button', { name: 'Jeda', exact: true }));
  await page.keyboard.press('Enter');
  const paused = verifikator.statusBar.getByText(/^Pembacaan dijeda/u);
  await expect(paused).toBeVisible();
  const [read = 0, all = 0] =
    ((await paused.textContent()) ?? '').match(/\d+/gu)?.map(Number) ?? [];
  expect(read).toBeLessThanOrEqual(all - usul.documents.length);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  await desk.stop();
  // Nor does the browser have anything left but what the application itself keeps.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.clearBrowserCache');
  await page.reload();
  await verifikator.unlock(busyVerifikator);
  await expect(verifikator.statusBar).toContainText('Luring', { timeout: 30_000 });
  await page.goto(`${desk.url}/#/periksa/${usul.id}`);
  await expect(page.locator('.page .meja-mark').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-lencana="ditemukan"]').first()).toBeVisible();
});
