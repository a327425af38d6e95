import { projectRoot } from '#build/project-root.ts';
import { runInChromium } from '#build/quality/browser-suites.ts';
import { buildChecks } from '#build/quality/build-outputs.ts';
import { runChecks, type Check } from '#build/quality/checks.ts';
import { withFilesInMemory } from '#build/quality/memory-folder.ts';
import { runNode, toolProgram } from '#build/quality/run-command.ts';
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

/** What `npm test` asks of a few thousand usul, of as many as a large instansi has in years. */
const plans: Check = {
  name: 'plans of statements beside 200,000 usul',
  run: async () => {
    const file = 'tests/integration/server/query-plans.test.ts';
    const program = [toolProgram('vitest'), 'run', '--config', 'tests/vitest.config.ts', file];
    const env = { MEJA_TEST_USUL: '200000' };
    return { passed: (await runNode(program, { cwd: projectRoot, env })) === 0, said: '' };
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
  await runChecks([histories, plans]),
]);
const total = sumTallies(tallies);
console.log(closingLine(total));
process.exitCode = exitCode(total);
