import { electronProgram } from '#build/browser/electron-runtime.ts';
import { chromiumVariable, findChromium } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { ensureOfficeFont } from '#build/browser/office-font.ts';
import { projectRoot } from '#build/project-root.ts';
import { buildChecks } from '#build/quality/build-outputs.ts';
import { runChecks, sourceChecks } from '#build/quality/checks.ts';
import { runFaults, runPlaywright, runVitest } from '#build/quality/suites.ts';
import { closingLine, exitCode, sumTallies, type Tally } from '#build/quality/tally.ts';

/** Enough days to meet every kind of fault; `npm run test:faults` runs 200. */
const faultSeeds = 20;

/** Playwright's tests in a Chromium, and in the real Electron where its runtime is; then the fault tests in the same. */
async function runInChromium(): Promise<readonly Tally[]> {
  const machine = thisMachine(console.log);
  await ensureOfficeFont(machine);
  const chromium = await findChromium(machine, { install: true });
  if (!chromium.ok) {
    console.error(chromium.error);
    return [{ passed: 0, failed: 1 }];
  }
  if (electronProgram(projectRoot) === null) {
    console.log('Electron end-to-end tests skipped: no Electron runtime.');
  }
  const env = { [chromiumVariable]: chromium.value };
  return [
    await runPlaywright({ root: projectRoot, config: 'tests/playwright.config.ts' }, env),
    await runFaults(projectRoot, faultSeeds, env),
  ];
}

const tallies = [
  await runChecks(sourceChecks(projectRoot)),
  await runVitest({ root: projectRoot, config: 'tests/vitest.config.ts' }),
  await runChecks(buildChecks(projectRoot)),
  ...(await runInChromium()),
];
const total = sumTallies(tallies);
console.log(closingLine(total));
process.exitCode = exitCode(total);
