import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { tellHour } from '#tests/e2e/support/hour-story.ts';
import { test } from '#tests/e2e/support/office-pc.ts';

test.use({ serviceWorkers: 'allow' });

const desk = useFreshDesk();

// The whole hour is in `npm run test:long`.
test('half an hour by keyboard alone: usul of all 14 record types, every one on the server as it was decided', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000);
  await tellHour(
    { page, context, desk },
    { rareBelow: Infinity, rareLater: 2, online: 0, offline: 2, after: 1 },
  );
});
