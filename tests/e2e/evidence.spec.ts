import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { judgeScans } from '#tests/e2e/support/scanned-story.ts';

test.use({ power: 'mains', reading: 'real' });

const desk = useFreshDesk();

// Ten of them are in `npm run test:long`.
test('two scanned usul by keyboard with their evidence: the two wrong values are never called found', async ({
  page,
}, testInfo) => {
  // The scans are read on one core first.
  test.setTimeout(600_000);
  await judgeScans({ page, desk, testInfo }, { count: 2, faulty: 2 });
});
