import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The long forms of tests whose short ones are run every day: `npm run test:long`. */
export default defineConfig({
  root,
  test: {
    include: [
      'tests/integration/server/stalling.test.ts',
      'renderer/data/journal/journal-crash.test.ts',
    ],
    environment: 'node',
    globalSetup: ['tests/support/postgres-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    env: { MEJA_LONG_TESTS: '1' },
  },
});
