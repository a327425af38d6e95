import { expect, type Page } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { otherVerifikator } from '#tests/e2e/support/other-verifikator.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn } from '#tests/e2e/support/signed-in.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });
// The first test is the first start of this account on this PC; each leaves the desk open, with its settings, for the next.
const signedIn = useSignedIn(desk, { keepGuide: true });

const chosen = ['Gelap', 'Rapat', '130 %', 'Angka 5 6 7 8'];

/** What a person sees of theme, text size and density: brightness (0 to 1), and pixels. */
async function looksOf(page: Page) {
  return page.evaluate(() => {
    const main = document.querySelector('main')!;
    let shown: Element = main;
    while (getComputedStyle(shown).backgroundColor === 'rgba(0, 0, 0, 0)' && shown.parentElement) {
      shown = shown.parentElement;
    }
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(shown)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const style = getComputedStyle(main);
    return {
      brightness: (red + green + blue) / 765,
      text: parseFloat(style.getPropertyValue('--textBody')),
      row: parseFloat(style.getPropertyValue('--rowHeight')),
    };
  });
}

/** A person goes on for a moment: what was set is written with a short pause, and then stands. */
async function verifikatorAtWork(page: Page): Promise<void> {
  const here = page.url();
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await makeVerifikator(page).openActive();
  await expect(page.locator('.page[data-loaded="true"]').first()).toBeVisible();
  await page.goto(here);
}

test('the first-start guide ends for good, and can be asked for again', async () => {
  const { page, verifikator } = signedIn;
  const guide = page.getByTestId('panduan');
  await expect(guide).toContainText('Langkah 1 dari 4');
  // Each step shows the screen that it speaks of.
  for (const [step, address] of [
    [2, /periksa/],
    [3, /periksa/],
    [4, /antrean-kirim/],
  ] as const) {
    await guide.getByRole('button', { name: 'Berikutnya' }).press('Enter');
    await expect(guide).toContainText(`Langkah ${step} dari 4`);
    await expect(page).toHaveURL(address);
  }
  await guide.getByRole('button', { name: 'Sebelumnya' }).press('Enter');
  await expect(page).toHaveURL(/periksa/);
  await guide.getByRole('button', { name: 'Berikutnya' }).press('Enter');
  await guide.getByRole('button', { name: 'Selesai' }).press('Enter');
  await expect(guide).toBeHidden();
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await verifikatorAtWork(page);
  await page.reload();
  await verifikator.unlock(busyVerifikator);
  await expect(page.getByRole('grid', { name: 'Daftar usul' })).toBeVisible();
  await expect(verifikator.statusBar).toContainText('Semua dokumen ada di PC ini');
  await expect(guide).toBeHidden();
  await page.goto(`${desk.url}/#/pengaturan`);
  await page.getByRole('button', { name: 'Tampilkan panduan' }).press('Enter');
  await expect(guide).toContainText('Langkah 1 dari 4');
  await guide.getByRole('button', { name: 'Lewati panduan' }).press('Enter');
  await expect(guide).toBeHidden();
});

test('Esc leaves the settings for where the person was', async () => {
  const { page, verifikator } = signedIn;
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await verifikator.openActive();
  const usul = page.url();
  const title = page.getByRole('heading', { name: 'Pengaturan', exact: true });
  await page.keyboard.press('Control+,');
  await expect(title).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(usul);
  await page.goto(`${desk.url}/#/antrean-kirim`);
  await expect(page.getByRole('heading', { name: 'Antrean Kirim', exact: true })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(title).toBeVisible();
  await page.getByRole('radio', { name: 'Rapat' }).focus();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/antrean-kirim/);
});

test('theme, density, text size and ways of working apply at once and survive a reload', async () => {
  const { page, verifikator } = signedIn;
  const usual = await looksOf(page);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Pengaturan', exact: true })).toBeVisible();
  for (const name of chosen) await page.getByRole('radio', { name }).check();
  const suggest = page.getByRole('switch', { name: 'Sarankan keputusan' });
  await suggest.uncheck();
  await expect(suggest).not.toBeChecked();
  const changed = await looksOf(page);
  expect(usual.brightness).toBeGreaterThan(0.8);
  expect(changed.brightness).toBeLessThan(0.3);
  expect(changed.text).toBeGreaterThan(usual.text * 1.25);

  await verifikatorAtWork(page);
  await page.reload();
  await verifikator.unlock(busyVerifikator);
  for (const name of chosen) await expect(page.getByRole('radio', { name })).toBeChecked();
  await expect(suggest).not.toBeChecked();
  expect(await looksOf(page)).toEqual(changed);

  // The buttons of the outcomes show the digits now, and nothing is suggested.
  await page.goto(`${desk.url}/#/kotak-masuk`);
  await verifikator.openActive();
  const forward = page.getByRole('button', { name: /^Memenuhi syarat/ });
  await expect(forward).toHaveText('Memenuhi syarat5');
  await page.keyboard.press('a');
  await expect(page.locator('[aria-pressed="true"]', { hasText: 'syarat' })).toHaveCount(0);
  await page.keyboard.press('5');
  await expect(forward).toHaveAttribute('aria-pressed', 'true');
});

test('each account has its own settings on the same PC', async () => {
  const { page } = signedIn;
  const mine = busyVerifikator;
  const theirs = await otherVerifikator(desk);
  await chooseAndLeave(page, 'Kontras tinggi');
  await makeVerifikator(page).signIn(desk.url, theirs);
  await chooseAndLeave(page, 'Terang');
  await makeVerifikator(page).signIn(desk.url, mine);
  await page.goto(`${desk.url}/#/pengaturan`);
  await expect(page.getByRole('radio', { name: 'Kontras tinggi' })).toBeChecked();
});

/** Chooses a theme and signs out. */
async function chooseAndLeave(page: Page, theme: string): Promise<void> {
  await page.goto(`${desk.url}/#/pengaturan`);
  await page.getByRole('radio', { name: theme }).check();
  await page.getByRole('button', { name: /^Akun / }).press('Enter');
  await page.getByRole('menuitem', { name: 'Keluar' }).press('Enter');
  await expect(page.getByLabel('NIP atau nama pengguna')).toBeVisible();
}
