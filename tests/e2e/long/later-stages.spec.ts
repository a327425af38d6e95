import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { tellApproval, tellReturn } from '#tests/e2e/support/stages-story.ts';
import { lookInEveryTheme } from '#tests/e2e/support/theme-walk.ts';

const desk = useFreshDesk({ queue: 'short' });

for (const [name, tell] of [
  ['what it approves', tellApproval],
  ['what it sends back and answers', tellReturn],
] as const) {
  test(`the screens of an approver are sound in every theme: ${name}`, async ({ browser }) => {
    test.setTimeout(400_000);
    await tell({
      browser,
      desk,
      look: (page, screen) => lookInEveryTheme(page, screen, [{ width: 1024, height: 700 }]),
    });
  });
}
