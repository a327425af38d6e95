import { tellBulk } from '#tests/e2e/support/bulk-story.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';

const desk = useFreshDesk();

test('an approver approves in bulk by keyboard: selected, sampled, looked at, confirmed', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await tellBulk({
    page,
    desk,
    least: 2,
    look: async (screen, name) => {
      const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
      await expectSoundLayout(screen, name, sizes, 'Terang');
      await expectNoViolations(screen, name);
    },
  });
});
