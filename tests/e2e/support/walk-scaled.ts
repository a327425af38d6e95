import type { Browser } from '@playwright/test';
import { sparePc } from '#tests/e2e/support/office-pc.ts';
import type { ShownUsul, Walk } from '#tests/e2e/support/screen-walk.ts';
import { expectSoundLayout, windowSizes } from '#tests/e2e/support/sound-screen.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';

const { usualScaled, largeScaled } = windowSizes;

/** A walk on a PC with Windows scaling 150 % and text at 130 %; expects a sound layout at each of its screens. */
export async function walkScaled(
  walk: (how: Walk) => Promise<void>,
  {
    browser,
    desk,
    usul,
  }: { readonly browser: Browser; readonly desk: Desk; readonly usul: ShownUsul },
): Promise<void> {
  const page = await browser.newPage({ deviceScaleFactor: 1.5, viewport: usualScaled });
  await sparePc(page.context());
  await walk({
    page,
    desk,
    usul,
    sitting: { theme: 'Terang', textSize: '130 %' },
    look: (screen) => expectSoundLayout(page, screen, [largeScaled, usualScaled], 'teks 130'),
  });
  await page.close();
}
