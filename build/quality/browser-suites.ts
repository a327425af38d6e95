import { electronProgram } from '#build/browser/electron-runtime.ts';
import { chromiumVariable, findTestBrowser } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import { ensureOfficeFont } from '#build/browser/office-font.ts';
import { runFaults, runPlaywright, type FaultSize } from '#build/quality/suites.ts';
import type { Tally } from '#build/quality/tally.ts';

/** What is run in a browser. */
export interface BrowserSuites {
  /** Absolute path of the project. */
  readonly root: string;
  /** Playwright's configuration file, relative to the root. */
  readonly config: string;
  readonly faults: FaultSize;
}

/**
 * Playwright's tests in a Chromium (installed when there is none), and in the real Electron where its runtime is; then
 * the fault tests in the same.
 */
export async function runInChromium({
  root,
  config,
  faults,
}: BrowserSuites): Promise<readonly Tally[]> {
  const machine = thisMachine(console.log);
  await ensureOfficeFont(machine);
  const chromium = await findTestBrowser(machine, { install: true });
  if (!chromium.ok) {
    console.error(chromium.error);
    return [{ passed: 0, failed: 1 }];
  }
  if (electronProgram(root) === null) {
    console.log('Electron end-to-end tests skipped: no Electron runtime.');
  }
  const env = { [chromiumVariable]: chromium.value };
  return [await runPlaywright({ root, config }, env), await runFaults(root, faults, env)];
}
