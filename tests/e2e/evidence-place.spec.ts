import { expect, type Page } from '@playwright/test';
import { tabTo } from '#tests/e2e/support/by-keyboard.ts';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { keepScannedQueue } from '#tests/e2e/support/scanned-queue.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

test.use({ power: 'mains' });

const desk = useFreshDesk();

/** What stands above the document while a place is shown, with the words that are picked. */
function hint(page: Page) {
  return page.locator('span').getByText(/^(?:Tunjukkan letak|Letak) .*(?:panah|pakai)\.$/u);
}

async function pickedText(page: Page): Promise<string> {
  const text = (await hint(page).textContent()) ?? '';
  return /"(.*)"/u.exec(text)?.[1] ?? '';
}

test('the place of a value is shown by keyboard: word by word, with Shift for several, on a turned page too', async ({
  page,
}, testInfo) => {
  const queue = await keepScannedQueue(desk, busyVerifikator.username, { count: 4, faulty: 0 });
  const single = queue.find(({ usul }) => usul.documents.length === 1);
  if (!single) throw new Error('No usul of the queue has one document alone.');
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.goto(`${desk.url}/#/periksa/${single.usul.id}`);
  const usul = page.url();
  const row = page.locator('[data-field][aria-current="true"]');
  await expect(page.getByText(/^Dokumen selesai dibaca/u)).toBeAttached({ timeout: 60_000 });
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(row).toContainText('Ditemukan', { timeout: 500 });
  }).toPass({ intervals: [0] });
  const field = await row.getAttribute('data-field');
  const frame = page.locator('.page .meja-mark-pilihan');

  await test.step('arrows pick words, one after the other', async () => {
    // The magnifier, which Shift with the arrows would move, is put away.
    await page.keyboard.press('l');
    await page.keyboard.press('F2');
    await expect(hint(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Pilih dahulu katanya dengan tombol panah').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(frame).toBeInViewport();
    const below = await pickedText(page);
    expect(below).not.toBe('');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => pickedText(page)).not.toBe(below);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => pickedText(page)).toBe(below);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => pickedText(page)).not.toBe(below);
    expect(await pickedText(page)).toContain(below);
    // The field stays: the arrows do not leave it meanwhile.
    expect(await row.getAttribute('data-field')).toBe(field);
  });

  await test.step('Escape gives up, and nothing has changed', async () => {
    await page.keyboard.press('Escape');
    await expect(hint(page)).toBeHidden();
    await expect(frame).toHaveCount(0);
    await expect(row).toContainText('Ditemukan');
  });

  await test.step('Enter takes the words, on a page that the person turned', async () => {
    await page.keyboard.press('r');
    await page.keyboard.press('r');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(frame).toBeInViewport();
    await page.screenshot({ path: testInfo.outputPath('terpilih.png') });
    const picked = await pickedText(page);
    await page.keyboard.press('Enter');
    await expect(hint(page)).toBeHidden();
    await expect(row).toContainText('Letak ditunjukkan oleh Anda');
    await expect(row).toContainText(picked);
    await expect(page.locator('.page .meja-mark-aktif')).toBeInViewport();
    // Enter was meant for the place: nothing was decided.
    expect(page.url()).toBe(usul);
    await expect(verifikator.gaps).not.toContainText('Lengkap');
  });

  await test.step('taken back, what was found stands again', async () => {
    await page.getByRole('button', { name: 'Kembalikan letak' }).click();
    await expect(row).toContainText('Ditemukan');
    await expect(row).not.toContainText('Letak ditunjukkan oleh Anda');
  });

  await test.step('what is looked for in a scan is looked for in its recognised text', async () => {
    await page.keyboard.press('Control+f');
    await tabTo(page, page.getByRole('button', { name: 'Cari dalam teks hasil baca' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox', { name: 'Cari dalam teks' })).toBeFocused();
    await expect(page.getByRole('searchbox', { name: 'Cari dalam dokumen' })).toBeHidden();
  });
});

test('where no document can be opened there is no place to show, and that is said', async ({
  page,
}) => {
  const broken = await submitWithFixture(desk, busyVerifikator.username, ['bad/header-only.pdf']);
  await makeVerifikator(page).signIn(desk.url, busyVerifikator);
  await page.goto(`${desk.url}/#/periksa/${broken}`);
  const row = page.locator('[data-field][aria-current="true"]');
  await expect(row).toContainText('Dokumennya tidak dapat dibuka', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Tunjukkan letak' })).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(page.getByTestId('pengumuman')).toContainText('Tidak ada dokumen');
  await expect(hint(page)).toHaveCount(0);
});
