import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { prepareUsul, walks } from '#tests/e2e/support/screen-walk.ts';
import { windowSizes } from '#tests/e2e/support/sound-screen.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';
import { walkScaled } from '#tests/e2e/support/walk-scaled.ts';

const desk = useFreshDesk();
const { large, usualScaled, largeScaled } = windowSizes;
const sizes = [large, usualScaled, largeScaled];

for (const [name, walk] of Object.entries(walks)) {
  test(`every screen is sound in every theme at every size: ${name}`, async ({ page }) => {
    test.setTimeout(900_000);
    await walk({
      page,
      desk,
      usul: await prepareUsul(desk),
      sitting: { theme: 'Ikuti Windows' },
      look: (screen) => lookInEveryTheme(page, screen, sizes),
    });
  });

  test(`every screen is sound at Windows scaling 150 % with text at 130 %: ${name}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    await walkScaled(walk, { browser, desk, usul: await prepareUsul(desk) });
  });
}
