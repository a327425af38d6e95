import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { tellApproval, tellReturn, type Stages } from '#tests/e2e/support/stages-story.ts';

const desk = useFreshDesk({ queue: 'short' });

// In every theme: `npm run test:long`.
const look: Stages['look'] = async (page, screen) => {
  const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
  await expectSoundLayout(page, screen, sizes, 'Terang');
  await expectNoViolations(page, screen);
};

test('from desk to desk: forwarded, one with a number put right; validated; approved with two keys', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await tellApproval({ browser, desk, look });
});

test('from desk to desk: one sent back, one question asked back and answered', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await tellReturn({ browser, desk, look });
});
