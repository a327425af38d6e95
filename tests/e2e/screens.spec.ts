import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { sparePc, test } from '#tests/e2e/support/office-pc.ts';
import { prepareUsul, walks, type ShownUsul } from '#tests/e2e/support/screen-walk.ts';
import { expectSoundLayout, windowSizes } from '#tests/e2e/support/sound-screen.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';

// In every theme at the size of the offices' PCs, and at the sizes of larger text; at every size in every theme, and larger
// windows: `npm run test:long`. A walk uses nothing of another.
test.describe.configure({ mode: 'parallel' });

const desk = useFreshDesk();
let usul: ShownUsul;

test.beforeAll(async () => {
  usul = await prepareUsul(desk);
});

for (const [name, walk] of Object.entries(walks)) {
  test(`every screen is sound in every theme and in forced colours: ${name}`, async ({ page }) => {
    test.setTimeout(300_000);
    await walk({
      page,
      desk,
      usul,
      sitting: { theme: 'Ikuti Windows' },
      look: (screen) => lookInEveryTheme(page, screen, { otherSizes: [], pictures: 'usual size' }),
    });
  });
}

const { usualScaled, largeScaled } = windowSizes;

for (const [name, walk] of Object.entries(walks)) {
  test(`every screen is sound at Windows scaling 150 % with text at 130 %: ${name}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
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
  });
}
