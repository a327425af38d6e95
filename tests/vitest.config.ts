import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests on IndexedDB: what one leaves in the process (a database, a faked clock) must not meet another. */
const withStores = ['renderer/{core,data,desk,platform}/**/*.test.{ts,tsx}'];

const withPostgres = {
  environment: 'node',
  globalSetup: ['tests/support/postgres-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  root,
  test: {
    // One more than cores: what is tested against a real database or a real process waits for it now and then.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: [
            '{shared,renderer,electron,server,build}/**/*.test.{ts,tsx}',
            'tests/simulation/**/*.test.ts',
            'tests/faults/**/*.test.ts',
            'tests/bench/**/*.test.ts',
          ],
          exclude: withStores,
          environment: 'node',
          // Importing the same modules for each of two hundred files takes as long as the tests do.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'unit, with stores',
          include: withStores,
          environment: 'node',
          // A thread for each: begun and gone in less time than a process.
          pool: 'threads',
        },
      },
      {
        root,
        test: {
          ...withPostgres,
          name: 'integration of the server',
          include: ['tests/{architecture,contract,integration/server}/**/*.test.ts'],
          // The server keeps nothing in its modules: importing it for each file took as long as many a file.
          isolate: false,
        },
      },
      {
        root,
        test: {
          ...withPostgres,
          name: 'integration of the desk',
          // Each in a process of its own, as a PC is: what one leaves open in its databases slows the next ones down.
          include: ['tests/integration/desk/**/*.test.ts'],
        },
      },
    ],
  },
});
