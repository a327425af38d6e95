import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { tellHour } from '#tests/e2e/support/hour-story.ts';
import { test } from '#tests/e2e/support/office-pc.ts';

test.use({ serviceWorkers: 'allow' });

const desk = useFreshDesk();

// The whole hour, with usul of all record types, is in `npm run test:long`.
test('a quarter of an hour by keyboard alone, every usul on the server as it was decided', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000);
  await tellHour({ page, context, desk }, { rareBelow: 0, online: 0, offline: 2, after: 1 });
});
