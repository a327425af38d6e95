import { expect, type Page } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/by-keyboard.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { keepScannedQueue } from '#tests/e2e/support/scanned-queue.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

/** The line that says that reading is paused, and how many documents were read by then. */
function paused(page: Page) {
  return page.getByRole('contentinfo').getByText(/^Pembacaan dijeda: \d+ dari \d+ dokumen$/u);
}

async function readSoFar(page: Page): Promise<number> {
  await expect(paused(page)).toBeVisible();
  return Number(/\d+/u.exec((await paused(page).textContent()) ?? '')?.[0]);
}

test.use({ power: 'mains', reading: 'real' });

test.describe('reading ahead', () => {
  const desk = useFreshDesk();

  test('paused in the status bar it stays paused, reads the open usul alone, and goes on from the settings', async ({
    page,
  }) => {
    const queue = await keepScannedQueue(desk, busyVerifikator.username, { count: 4, faulty: 0 });
    const verifikator = makeVerifikator(page);
    await verifikator.signIn(desk.url, busyVerifikator);
    await tabTo(page, page.getByRole('button', { name: 'Jeda', exact: true }));
    await page.keyboard.press('Enter');
    const before = await readSoFar(page);
    expect(before).toBeLessThan(queue.length);

    await test.step('the open usul is read all the same, and nothing else', async () => {
      // The one that is read soonest.
      const [usul] = queue
        .map((scanned) => scanned.usul)
        .toSorted((a, b) => a.documents.length - b.documents.length);
      if (!usul) throw new Error('The queue is empty.');
      await page.goto(`${desk.url}/#/periksa/${usul.id}`);
      await expect(page.locator('[data-lencana="ditemukan"]').first()).toBeVisible({
        timeout: 60_000,
      });
      await expect(page.getByText(/^Dokumen selesai dibaca/u)).toBeAttached({ timeout: 60_000 });
      await page.keyboard.press('Escape');
      expect((await readSoFar(page)) - before).toBeLessThanOrEqual(usul.documents.length);
    });

    const read = await readSoFar(page);
    await test.step('started anew it is still paused', async () => {
      await page.reload();
      await verifikator.unlock(busyVerifikator);
      expect(await readSoFar(page)).toBe(read);
    });

    await test.step('the switch in the settings says so, and lets it go on', async () => {
      await page.keyboard.press('Control+,');
      const reads = page.getByRole('switch', { name: 'Baca dokumen lebih dahulu' });
      await expect(reads).not.toBeChecked();
      await expect(page.getByText(/^Dijeda \(/u)).toBeVisible();
      await tabTo(page, reads);
      await page.keyboard.press('Space');
      await expect(reads).toBeChecked();
      await expect(paused(page)).toBeHidden();
      const count = page.getByText(/^Ya \(\d+ dari \d+ dokumen telah dibaca\)$/u);
      await expect
        .poll(async () => Number(/\d+/u.exec((await count.textContent()) ?? '')?.[0]), {
          timeout: 60_000,
        })
        .toBeGreaterThan(read);
    });
  });
});

test.describe('where the office does not allow one stroke for everything found', () => {
  const desk = useFreshDesk({ env: { MEJA_MARK_FOUND_ALLOWED: 'false' } });

  test('there is no button for it, and its key judges nothing and says why', async ({ page }) => {
    await keepScannedQueue(desk, busyVerifikator.username, { count: 1, faulty: 0 });
    const verifikator = makeVerifikator(page);
    await verifikator.signIn(desk.url, busyVerifikator);
    await verifikator.openActive();
    await expect(page.locator('[data-lencana="ditemukan"]').first()).toBeVisible({
      timeout: 60_000,
    });
    const unjudged = page.getByRole('group', { name: /, belum dinilai$/u });
    const before = await unjudged.count();
    await expect(page.getByRole('button', { name: /ditemukan: sesuai/u })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /Semua sesuai/u })).toBeVisible();
    await page.keyboard.press('4');
    await expect(page.getByTestId('pengumuman')).toHaveText(
      'Menurut ketentuan BKPSDM, isian yang ditemukan dinilai satu per satu.',
    );
    await expect(unjudged).toHaveCount(before);
    // One by one it goes as ever.
    await page.keyboard.press('s');
    await expect(unjudged).toHaveCount(before - 1);
  });
});
