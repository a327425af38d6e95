import { electronProgram } from '#build/browser/electron-runtime.ts';
import { chromiumVariable, findChromium } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { projectRoot } from '#build/project-root.ts';
import { buildChecks } from '#build/quality/build-outputs.ts';
import { runChecks, sourceChecks } from '#build/quality/checks.ts';
import { runPlaywright, runVitest } from '#build/quality/suites.ts';
import { closingLine, exitCode, sumTallies, type Tally } from '#build/quality/tally.ts';

/** Playwright's tests in a Chromium, and in the real Electron where its runtime is. */
async function runEndToEnd(): Promise<Tally> {
  const chromium = await findChromium(thisMachine(console.log), { install: true });
  if (!chromium.ok) {
    console.error(chromium.error);
    return { passed: 0, failed: 1 };
  }
  if (electronProgram(projectRoot) === null) {
    console.log('Electron end-to-end tests skipped: no Electron runtime.');
  }
  return runPlaywright(
    { root: projectRoot, config: 'tests/playwright.config.ts' },
    { [chromiumVariable]: chromium.value },
  );
}

const tallies = [
  await runChecks(sourceChecks(projectRoot)),
  await runVitest({ root: projectRoot, config: 'tests/vitest.config.ts' }),
  await runChecks(buildChecks(projectRoot)),
  await runEndToEnd(),
];
const total = sumTallies(tallies);
console.log(closingLine(total));
process.exitCode = exitCode(total);
