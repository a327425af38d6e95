import { expect } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { layoutFaults } from '#tests/e2e/support/layout.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';
import { restOf } from '#tests/e2e/support/sound-screen.ts';

const desk = useFreshDesk({ queue: 'short' });

const signedIn = useSignedIn(desk);

test.use({ viewport: { width: 1024, height: 700 } });

test('at 1024 px everything that is said at 1366 px can still be found', async () => {
  const { page, verifikator } = signedIn;
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(verifikator.statusBar.getByText(/^Terakhir terhubung/)).toBeVisible();
  await page.getByRole('button', { name: /^Akun / }).click();
  await expect(page.getByRole('menu')).toContainText('Verifikator OPD · Dinas Pendidikan');
  await page.keyboard.press('Escape');
  await verifikator.openActive();
  await expect(page.getByText(/^Bila memenuhi syarat, diteruskan ke /).first()).toBeAttached();
  // With the document come its pages and the marks of those that were seen, for which the tools make room.
  await expect(page.locator('.page[data-loaded="true"]').first()).toBeVisible();
  await restOf(page);
  expect(await layoutFaults(page)).toEqual([]);
});

test('a document that is on its way is said so in full', async ({ page }) => {
  await page.route('**/api/v1/documents/**', (route) => route.abort('connectionrefused'));
  await page.goto(desk.url);
  await page.getByLabel('NIP atau nama pengguna').fill(busyVerifikator.username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(busyVerifikator.password);
  await page.keyboard.press('Enter');
  const list = page.getByRole('grid', { name: 'Daftar usul' });
  // On a busy machine a sign-in takes as long as it takes.
  await expect(list).toBeVisible({ timeout: 60_000 });
  const coming = list.getByText('Diambil…').first();
  for (const width of [1024, 1366]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(coming).toBeVisible();
    const cut = await coming.evaluate(
      (text) => text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 1,
    );
    expect([width, cut]).toEqual([width, false]);
  }
});

test('the question of Koordinasi has the width of the panel and grows with it', async () => {
  const { page, verifikator } = signedIn;
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await verifikator.openActive();
  for (const width of [1024, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    await page.keyboard.press('k');
    const note = page.getByRole('textbox', { name: 'Catatan' });
    await expect(note).toBeFocused();
    const panel = page.getByRole('region', { name: 'Keputusan atas usul' });
    const [box, room] = [await note.boundingBox(), await panel.boundingBox()];
    expect(box!.width).toBeGreaterThan(room!.width - 40);
    // In one go: each key of its own draws the desk anew, seven hundred times.
    await page.keyboard.insertText(
      'Mohon arahan: nomor SK pada dokumen berbeda dengan data SIASN. '.repeat(6),
    );
    await expect
      .poll(async () => (await note.boundingBox())!.height)
      .toBeGreaterThan(box!.height + 20);
    // All of it stands there; nothing else had to give way out of reach.
    expect(await note.evaluate((area) => area.scrollHeight - area.clientHeight)).toBeLessThan(2);
    expect(await layoutFaults(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
  }
});
