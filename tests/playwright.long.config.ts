import { defineConfig } from '@playwright/test';
import usual from '#tests/playwright.config.ts';

/** What takes too long for every day and is run before a release: `npm run test:long`. */
export default defineConfig(usual, {
  projects: [{ name: 'long', testMatch: 'long/**/*.spec.ts' }],
});
