import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests on IndexedDB: what one leaves open in the process is closed when it ends. */
const withStores = ['renderer/{core,data,desk,platform}/**/*.test.{ts,tsx}'];

const withPostgres = {
  environment: 'node',
  globalSetup: ['tests/support/postgres-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** What takes by far the longest: begun last, it would keep one core at work while the others are done. */
const longest = [
  'tests/integration/server/start-command.test.ts',
  'tests/integration/server/stalling.test.ts',
  'tests/integration/server/server-process.test.ts',
  'tests/integration/server/database-trouble.test.ts',
  'tests/simulation/simulation.test.ts',
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  longest.some((file) => moduleId.endsWith(file));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is not the one of an array
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root,
  test: {
    // One more than cores: what is tested against a real database or a real process waits for it now and then.
    maxWorkers: availableParallelism() + 1,
    // Every core has its worker: what compiles and collects garbage beside it takes a fifth more of them, not less time.
    execArgv: ['--single-threaded'],
    sequence: { sequencer: LongestFirst },
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
          isolate: false,
          setupFiles: ['tests/support/desk/end-of-test.ts'],
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
          include: ['tests/integration/desk/**/*.test.ts'],
          // Each in a process of its own, as a PC is: a timer that one leaves behind is wound up by the faked clock of the next.
          setupFiles: ['tests/support/desk/end-of-test.ts'],
        },
      },
    ],
  },
});
