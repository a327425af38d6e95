import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { tellStages } from '#tests/e2e/support/stages-story.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';

const desk = useFreshDesk({ queue: 'short' });

test('the screens of an approver are sound in every theme', async ({ browser }) => {
  test.setTimeout(400_000);
  await tellStages({
    browser,
    desk,
    look: (page, screen) => lookInEveryTheme(page, screen, [{ width: 1024, height: 700 }]),
  });
});
