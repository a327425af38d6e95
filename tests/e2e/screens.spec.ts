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

/** What Windows asks for, and with it the theme: each screen is looked at in all of them, one after the other. */
const looks = [
  { name: 'Terang', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'Gelap', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'Kontras tinggi', colorScheme: 'dark', contrast: 'more' },
] as const;

test('every screen is sound in every theme, and in forced colours without motion', async ({
  page,
}) => {
  test.setTimeout(420_000);
  await walkScreens(page, desk, {
    usul,
    sitting: { theme: 'Ikuti Windows' },
    look: async (screen) => {
      for (const { name, ...media } of looks) {
        await page.emulateMedia({ ...media, forcedColors: 'none', reducedMotion: null });
        const first = name === 'Terang';
        // Colours do not move anything: the sizes are gone through in one theme, the usual ones in all.
        const sizes = first ? [large, usualScaled, largeScaled, usual] : [large, usual];
        await expectSoundLayout(page, screen, sizes, name);
        // Nor do they change what a screen reader hears.
        await expectNoViolations(page, `${name}: ${screen}`, first ? 'all rules' : 'colours');
      }
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await expectSoundLayout(page, screen, [usual], 'warna paksa');
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: null });
    },
  });
});

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
