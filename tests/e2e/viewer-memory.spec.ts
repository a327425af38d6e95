import { expect } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk();

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
