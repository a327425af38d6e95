import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { prepareUsul, walks, type ShownUsul } from '#tests/e2e/support/screen-walk.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';

// In every theme at the size of the offices' PCs; at every size in every theme, every screen with larger text, and with
// pictures: `npm run test:long`. A walk uses nothing of another.
test.describe.configure({ mode: 'parallel' });

const desk = useFreshDesk({ queue: 'short' });
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
      look: (screen) => lookInEveryTheme(page, screen),
    });
  });
}
