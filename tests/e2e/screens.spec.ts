import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { runLowOnBattery, test } from '#tests/e2e/support/office-pc.ts';
import { prepareUsul, walkScreens, type ShownUsul } from '#tests/e2e/support/screen-walk.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';

// A walk uses nothing of another.
test.describe.configure({ mode: 'parallel' });

const desk = useFreshDesk();
let usul: ShownUsul;

test.beforeAll(async () => {
  usul = await prepareUsul(desk);
});

const { usual, large, usualScaled, largeScaled } = windowSizes;

for (const { theme, colorScheme } of [
  { theme: 'Terang', colorScheme: 'light' },
  { theme: 'Gelap', colorScheme: 'dark' },
  { theme: 'Kontras tinggi', colorScheme: 'dark' },
] as const) {
  test(`every screen is sound: ${theme}`, async ({ page }) => {
    test.setTimeout(420_000);
    await page.emulateMedia({ colorScheme });
    // Colours do not move anything: the sizes are gone through in one theme, the usual ones in all.
    const sizes = theme === 'Terang' ? [large, usualScaled, largeScaled, usual] : [large, usual];
    await walkScreens(page, desk, {
      usul,
      sitting: { theme },
      look: async (screen) => {
        await expectSoundLayout(page, screen, sizes, theme);
        await expectNoViolations(page, `${theme}: ${screen}`);
      },
    });
  });
}

test('every screen is sound at Windows scaling 150 % with text at 130 %', async ({ browser }) => {
  test.setTimeout(420_000);
  const page = await browser.newPage({ deviceScaleFactor: 1.5, viewport: usualScaled });
  await runLowOnBattery(page.context());
  await walkScreens(page, desk, {
    usul,
    sitting: { theme: 'Terang', textSize: '130 %' },
    look: (screen) => expectSoundLayout(page, screen, [largeScaled, usualScaled], 'teks 130'),
  });
  await page.close();
});

test('every screen is sound in forced colours and without motion', async ({ page }) => {
  test.setTimeout(420_000);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await walkScreens(page, desk, {
    usul,
    sitting: { theme: 'Terang' },
    look: (screen) => expectSoundLayout(page, screen, [usual], 'warna paksa'),
  });
});
