import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk();

/** Fails on every serious or critical violation, and on anything wider or higher than the window. */
async function expectSoundScreen(page: Page, screen: string): Promise<void> {
  await test.step(screen, async () => {
    await restOf(page);
    const { violations } = await new AxeBuilder({ page })
      // Fluent's focus sentinels: they pass the focus on the moment they get it, so nobody ever rests there.
      .exclude('[data-tabster-dummy]')
      .analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect.soft(serious, screen).toEqual([]);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
    expect.soft(overflow, screen).toEqual([0, 0]);
    const path = test.info().outputPath(`${screen}.png`);
    await page.screenshot({ path });
    await test.info().attach(screen, { path, contentType: 'image/png' });
  });
}

/** Waits until what fades in has faded in: half-transparent text has no contrast. */
async function restOf(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

test('no screen has a serious accessibility violation or is cut off at 1366x768', async ({
  page,
}) => {
  const broken = await submitWithFixture(
    desk,
    busyVerifikator.username,
    ['bad/header-only.pdf'],
    60,
  );
  const verifikator = makeVerifikator(page);

  await page.goto(desk.url);
  await expect(page.getByLabel('Kata sandi', { exact: true })).toBeVisible();
  await expectSoundScreen(page, 'masuk');
  await page.getByLabel('NIP atau nama pengguna').fill(busyVerifikator.username);
  await page.getByLabel('Kata sandi', { exact: true }).fill('salah');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectSoundScreen(page, 'masuk, kata sandi salah');

  await verifikator.signIn(desk.url, busyVerifikator);
  await expectSoundScreen(page, 'kotak masuk');
  await page.getByRole('searchbox').fill('tidak ada orang dengan nama ini');
  await expect(page.getByText('Tidak ada usul yang cocok')).toBeVisible();
  await expectSoundScreen(page, 'kotak masuk, pencarian tanpa hasil');
  await page.getByRole('button', { name: 'Hapus saringan' }).first().click();

  await page.getByRole('button', { name: 'Antrean Kirim' }).click();
  await expect(page.getByText('Belum ada keputusan.')).toBeVisible();
  await expectSoundScreen(page, 'antrean kirim kosong');
  await page.getByRole('button', { name: 'Kotak Masuk', exact: true }).click();

  await verifikator.openActive();
  await verifikator.lookAtDocuments();
  await expectSoundScreen(page, 'meja periksa');
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.keyboard.press('p');
  await expectSoundScreen(page, 'meja periksa, perlu perbaikan');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectSoundScreen(page, 'daftar tombol');
  await page.keyboard.press('Escape');

  await page.goto(`${desk.url}/#/periksa/${broken}`);
  await expect(page.getByText('File dokumen rusak atau bukan PDF.')).toBeVisible();
  await expectSoundScreen(page, 'meja periksa, dokumen rusak');
  await page.keyboard.press('p');
  await page.keyboard.press('6');
  await verifikator.saveAndGoOn();

  await page.getByRole('button', { name: 'Antrean Kirim' }).click();
  await expect(page.getByText('Tersimpan di PC ini', { exact: true })).toBeVisible();
  await expectSoundScreen(page, 'antrean kirim');
  await page.getByRole('button', { name: /^Akun / }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectSoundScreen(page, 'menu akun');
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
  await expectSoundScreen(page, 'keluar dengan keputusan yang menunggu');
});
