import { projectRoot } from '#build/project-root.ts';
import { runInChromium } from '#build/quality/browser-suites.ts';
import { buildChecks } from '#build/quality/build-outputs.ts';
import { runChecks, type Check } from '#build/quality/checks.ts';
import { withFilesInMemory } from '#build/quality/memory-folder.ts';
import { runNode } from '#build/quality/run-command.ts';
import { runVitest } from '#build/quality/suites.ts';
import { closingLine, exitCode, sumTallies } from '#build/quality/tally.ts';

/** What README promises of a release: days of full length, in numbers that meet rare meetings of faults. */
const faults = { seeds: 200, decisions: 31 };

const histories: Check = {
  name: '10,000 random histories',
  run: async () => {
    const program = ['--import', 'tsx', '--max-semi-space-size=64', 'tests/simulation/run.ts'];
    return { passed: (await runNode(program, { cwd: projectRoot })) === 0, said: '' };
  },
};

const tallies = await withFilesInMemory(async () => [
  await runChecks(buildChecks(projectRoot)),
  await runVitest({ root: projectRoot, config: 'tests/vitest.long.config.ts' }),
  ...(await runInChromium({
    root: projectRoot,
    config: 'tests/playwright.long.config.ts',
    faults,
  })),
  await runChecks([histories]),
]);
const total = sumTallies(tallies);
console.log(closingLine(total));
process.exitCode = exitCode(total);
