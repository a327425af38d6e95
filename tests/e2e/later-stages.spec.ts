import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { tellStages } from '#tests/e2e/support/stages-story.ts';

const desk = useFreshDesk({ queue: 'short' });

// In every theme: `npm run test:long`.
test('from desk to desk: forwarded, validated, approved with two keys; one sent back, one question answered', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await tellStages({
    browser,
    desk,
    look: async (page, screen) => {
      const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
      await expectSoundLayout(page, screen, sizes, 'Terang');
      await expectNoViolations(page, screen);
    },
  });
});
