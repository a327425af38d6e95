import { expect, type Browser } from '@playwright/test';
import {
  rendererMemory,
  type ProcessMemory,
} from '#tests/bench/evidence/browser/renderer-memory.ts';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { bilevelDecree } from '#tests/support/cases/decree-page.ts';
import { firstObject, madePdf } from '#tests/support/cases/made-pdf.ts';

test.use({ reading: 'real' });

const desk = useFreshDesk({ queue: 'short' });

test('the picture of a page is given back as soon as its document leaves the screen', async ({
  page,
}) => {
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await verifikator.openActive();
  const picture = page.locator('.page canvas').first();
  for (let turn = 0; turn < 3; turn += 1) {
    await expect(page.locator('.page .textLayer .endOfContent').first()).toBeAttached();
    const left = await picture.elementHandle();
    const width = (): Promise<number> =>
      left.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.width : Number.NaN));
    expect(await width()).toBeGreaterThan(0);
    const usul = page.url();
    await page.keyboard.press(']');
    await expect.poll(() => page.url()).not.toBe(usul);
    await expect.poll(width).toBe(0);
  }
});

/** What the largest page process of the browser holds now; null where the system does not tell. */
async function memoryOf(browser: Browser | null): Promise<ProcessMemory> {
  const memory = browser && (await rendererMemory(browser));
  test.skip(!memory, 'this system does not tell the memory of a process');
  return memory ?? { nowMb: 0, peakMb: 0, shareMb: 0 };
}

/**
 * The longest paper of offices off a copier at 600 dots per inch: 40 million dots, black and white. One that the copier has
 * read bears its words unseen, and has to be drawn to be read.
 */
async function largestCopy(words: 'read' | 'unread'): Promise<Uint8Array> {
  const unseen = words === 'read' ? 'BT 3 Tr /F1 12 Tf 80 800 Td (KEPUTUSAN) Tj ET' : '';
  return madePdf({
    content: `q 609.4 0 0 935.4 0 0 cm /S Do Q ${unseen}`,
    resources: `/XObject<</S ${firstObject} 0 R>>`,
    size: [609.4, 935.4],
    objects: [await bilevelDecree(600, [215, 330])],
  });
}

const copy =
  'a copy of 40 million dots is shown and read within the memory of an office PC, which comes back';
test(copy, { tag: '@long' }, async ({ page, browser }) => {
  const usul = await submitWithFixture(desk, busyVerifikator.username, [
    { name: 'salinan.pdf', bytes: await largestCopy('unread') },
    { name: 'salinan-terbaca.pdf', bytes: await largestCopy('read') },
  ]);
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await expect(verifikator.statusBar).toBeVisible();
  await page.waitForTimeout(2_000);
  const empty = await memoryOf(browser);
  await page.goto(`${desk.url}/#/periksa/${usul}`);
  await expect(page.locator('.page .textLayer .endOfContent').first()).toBeAttached({
    timeout: 30_000,
  });
  await expect(page.getByText(/tampil kosong|dilewati/u)).toHaveCount(0);
  await expect(page.getByText(/^Dokumen selesai dibaca/u)).toBeAttached({ timeout: 60_000 });
  // The picture beside the field is drawn once its place is known.
  await expect(page.getByTestId('potongan').first()).toHaveAttribute('data-drawn', 'true');
  const { peakMb } = await memoryOf(browser);
  expect(peakMb - empty.nowMb).toBeLessThanOrEqual(400);
  await page.waitForTimeout(20_000);
  const rested = await memoryOf(browser);
  expect(rested.shareMb - empty.shareMb).toBeLessThanOrEqual(150);
});
