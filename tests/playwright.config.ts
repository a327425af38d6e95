import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { electronProgram } from '#build/browser/electron-runtime.ts';
import { findTestBrowser } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { projectRoot } from '#build/project-root.ts';
import { chromiumArguments } from '#tests/e2e/support/chromium-arguments.ts';

// The one that `npm test` named, else whatever is installed; without any, Playwright says which it misses.
const chromium = await findTestBrowser(thisMachine(console.log), { install: false });
const jsonReport = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

/** Files with tests of a minute and more. */
const minutes = ['evidence.spec.ts', 'hour-story.spec.ts', 'screens.spec.ts'];

export default defineConfig({
  testDir: fileURLToPath(new URL('e2e', import.meta.url)),
  outputDir: `${projectRoot}/test-results`,
  globalSetup: fileURLToPath(new URL('e2e/support/global-setup.ts', import.meta.url)),
  // A desk of its own for each: its server, its database, its browser. A test waits a third of its time (for a glance, an
  // exchange, a picture), so there is one more than cores; further ones would wait for the one PostgreSQL.
  workers: Math.min(availableParallelism() + 1, 4),
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Brothers of what stays, for `npm run test:long`.
  grepInvert: /@long/u,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(jsonReport === undefined ? [] : [['json'] as const])],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // A trace of every test costs every test; `--trace retain-on-failure` records one where a failure is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    // To keep the application on a PC takes four seconds of a core for each of a hundred PCs. `test.use({ serviceWorkers:
    // 'allow' })` where it starts without network.
    serviceWorkers: 'block',
    launchOptions: {
      args: [...chromiumArguments()],
      ...(chromium.ok ? { executablePath: chromium.value } : {}),
    },
  },
  projects: [
    // Projects are begun in this order: what takes minutes must not be left to the end, for one core alone.
    { name: 'chromium, minutes', testMatch: minutes, testIgnore: ['electron/**', 'long/**'] },
    { name: 'chromium', testIgnore: ['electron/**', 'long/**', ...minutes] },
    // The real Electron, only where its runtime has been fetched.
    ...(electronProgram(projectRoot) === null
      ? []
      : [{ name: 'electron', testMatch: 'electron/**/*.spec.ts' }]),
  ],
});
