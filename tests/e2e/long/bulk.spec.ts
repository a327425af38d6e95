import { tellBulk } from '#tests/e2e/support/bulk-story.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';

const desk = useFreshDesk();

test('the screens of approval in bulk are sound in every theme', async ({ page }) => {
  test.setTimeout(400_000);
  await tellBulk({
    page,
    desk,
    least: 1,
    look: (screen, name) => lookInEveryTheme(screen, name, [{ width: 1024, height: 700 }]),
  });
});
