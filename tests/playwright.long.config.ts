import type { PlaywrightTestConfig } from '@playwright/test';
import { allScansVariable, picturesVariable } from '#tests/e2e/support/long-run.ts';
import usual from '#tests/playwright.config.ts';

// A person looks at them before a release.
process.env[picturesVariable] = '1';
process.env[allScansVariable] = '1';

/** What takes too long for every day and is run before a release: `npm run test:long`. */
const long: PlaywrightTestConfig = {
  ...usual,
  // In place of the usual ones, which `defineConfig` would add.
  projects: [
    { name: 'long', testMatch: 'long/**/*.spec.ts' },
    { name: 'long, beside short ones', testIgnore: ['electron/**', 'long/**'], grep: /@long/u },
  ],
  grepInvert: [],
};

export default long;
