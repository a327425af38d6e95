import type { Page } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { tellHour } from '#tests/e2e/support/hour-story.ts';
import { test } from '#tests/e2e/support/office-pc.ts';

// The hour is as it is in the office: documents are read while the person works.
test.use({ power: 'mains', serviceWorkers: 'allow' });
test.describe.configure({ mode: 'parallel' });

const hour = { rareBelow: 4, online: 30, offline: 15, after: 15 };
const name =
  'an hour by keyboard alone: 60 usul of all 14 record types, every one on the server as it was decided';

/** How the PC is set: the application follows it. */
const themes: readonly {
  readonly suffix: string;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
}[] = [
  { suffix: '', media: { colorScheme: 'light' } },
  { suffix: ' (gelap)', media: { colorScheme: 'dark' } },
  { suffix: ' (kontras tinggi)', media: { forcedColors: 'active' } },
];

for (const { suffix, media } of themes) {
  test.describe(() => {
    // An hour uses its queue up.
    const desk = useFreshDesk();

    test(name + suffix, async ({ page, context }) => {
      test.setTimeout(900_000);
      await page.emulateMedia(media);
      await tellHour({ page, context, desk }, hour);
    });
  });
}
