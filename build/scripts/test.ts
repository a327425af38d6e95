import { projectRoot } from '#build/project-root.ts';
import { runInChromium } from '#build/quality/browser-suites.ts';
import { buildChecks } from '#build/quality/build-outputs.ts';
import { runChecks, sourceChecks } from '#build/quality/checks.ts';
import { withFilesInMemory } from '#build/quality/memory-folder.ts';
import { runVitest } from '#build/quality/suites.ts';
import { closingLine, exitCode, sumTallies } from '#build/quality/tally.ts';
import { failedLines, slowestLines } from '#build/quality/told-tests.ts';

/** Days of two thirds of the full length, as few as have every kind of fault in them; `npm run test:long` runs more. */
const faults = { seeds: 'every kind', decisions: 20 } as const;

const tallies = await withFilesInMemory(async () => [
  // Builds as well, before the tests that start the application: they find it built.
  await runChecks([...buildChecks(projectRoot), ...sourceChecks(projectRoot)]),
  await runVitest({ root: projectRoot, config: 'tests/vitest.config.ts' }),
  ...(await runInChromium({ root: projectRoot, config: 'tests/playwright.config.ts', faults })),
]);
for (const line of [...slowestLines(projectRoot, 10), ...failedLines(projectRoot)]) {
  console.log(line);
}
const total = sumTallies(tallies);
console.log(closingLine(total));
process.exitCode = exitCode(total);
