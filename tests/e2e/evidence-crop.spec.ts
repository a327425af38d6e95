import { expect, type Page } from '@playwright/test';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { print } from '#tests/support/cases/decree-page.ts';
import { madePdf } from '#tests/support/cases/made-pdf.ts';

test.use({ power: 'mains' });

const desk = useFreshDesk({ queue: 'short' });

/** The award by itself, and the list that tells its number. */
const award = madePdf({
  content: [
    print('PIAGAM TANDA KEHORMATAN', 90, 722),
    print('Diberikan pada tanggal 12 Agustus 2025', 90, 600),
  ].join('\n'),
});
const list = madePdf({
  content: [
    print('KEPUTUSAN PRESIDEN REPUBLIK INDONESIA', 90, 722),
    print('NOMOR : 12/TK/Tahun 2025', 90, 500),
  ].join('\n'),
});

function crop(page: Page) {
  return page.getByTestId('potongan');
}

/** Whether anything is printed in the picture beside the field. */
async function hasPrint(page: Page): Promise<boolean> {
  return crop(page)
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, at) => at % 4 === 0 && value < 100 && (data[at + 3] ?? 0) > 200);
    });
}

test('the picture beside a field is of its own document and page, names them, and is empty until it is drawn', async ({
  page,
}, testInfo) => {
  const usul = await submitWithFixture(desk, busyVerifikator.username, [
    { name: 'piagam.pdf', bytes: award },
    { name: 'keppres.pdf', bytes: list },
  ]);
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.goto(`${desk.url}/#/periksa/${usul}`);
  await expect(page.getByText(/^Dokumen selesai dibaca/u)).toBeAttached({ timeout: 60_000 });
  const row = (field: string) => page.locator(`[data-field="${field}"]`);
  const goTo = async (field: string): Promise<void> => {
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(row(field)).toHaveAttribute('aria-current', 'true', { timeout: 300 });
    }).toPass({ intervals: [0] });
  };

  await goTo('skNomor');
  await expect(row('skNomor')).toContainText(/\(2\), hlm\. 1/u);
  await expect(crop(page)).toHaveAttribute('data-drawn', 'true');
  await expect.poll(() => hasPrint(page)).toBe(true);
  const before = await crop(page).locator('canvas').elementHandle();
  await page.screenshot({ path: testInfo.outputPath('nomor.png') });

  await goTo('skDate');
  // Not one moment beside the picture of the number.
  expect(await before?.evaluate((canvas) => canvas.isConnected)).toBe(false);
  await expect(row('skDate')).toContainText(/\(1\), hlm\. 1/u);
  await expect(crop(page)).toHaveAttribute('data-drawn', 'true');

  // The other document is brought on screen by hand: the proof stays, drawn from its own.
  await page
    .getByRole('group', { name: 'Dokumen usul' })
    .getByRole('button', { name: /\(2\)/u })
    .click();
  await expect(page.getByRole('region', { name: /\(2\)/u }).first()).toBeVisible();
  await expect(crop(page)).toHaveAttribute('data-drawn', 'true');
  await expect.poll(() => hasPrint(page)).toBe(true);
  await expect(row('skDate')).toContainText(/\(1\), hlm\. 1/u);
  await page.screenshot({ path: testInfo.outputPath('tanggal.png') });
});
