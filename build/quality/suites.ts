import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runNode, toolProgram } from '#build/quality/run-command.ts';
import {
  tallyFaults,
  tallyPlaywright,
  tallySuite,
  tallyVitest,
} from '#build/quality/suite-reports.ts';
import type { Tally } from '#build/quality/tally.ts';

/** Where the reports of the suites are written, relative to the root; Playwright empties its own output folder. */
export const reportFolder = 'dist/reports';

/** Which suite to run. */
export interface SuiteRun {
  /** Absolute path of the project. */
  readonly root: string;
  /** Configuration file of the runner, relative to the root. */
  readonly config: string;
  /** Where the runner's output goes; to this terminal unless said otherwise. */
  readonly output?: 'terminal' | 'nowhere';
}

function freshReport(root: string, name: string): string {
  const file = path.join(root, reportFolder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  // An old report must never stand in for a run that wrote none.
  rmSync(file, { force: true });
  return file;
}

/** Runs vitest with the configuration of a project folder and counts what it reports. */
export async function runVitest({ root, config, output = 'terminal' }: SuiteRun): Promise<Tally> {
  const report = freshReport(root, 'vitest.json');
  const code = await runNode(
    [
      toolProgram('vitest'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, output },
  );
  return tallySuite(report, code, tallyVitest);
}

/** Runs Playwright's tests of one kind and counts what they report. */
export async function runPlaywright(
  { root, config, output = 'terminal' }: SuiteRun,
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  const report = freshReport(root, 'playwright.json');
  const code = await runNode(
    [toolProgram('@playwright/test', 'playwright'), 'test', '--config', config],
    {
      cwd: root,
      output,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return tallySuite(report, code, tallyPlaywright);
}

/** How many days of faults, and how often the person of each decides. */
export interface FaultSize {
  /** So many, or as few as have every kind of fault in them. */
  readonly seeds: number | 'every kind';
  readonly decisions: number;
}

/** Runs seeds of the fault tests, and the proof that they can fail; every seed counts as a test. */
export async function runFaults(
  root: string,
  { seeds, decisions }: FaultSize,
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  const report = freshReport(root, 'faults.json');
  const program = ['--import', 'tsx', 'tests/faults/run.ts', '--prove', '--report', report];
  const days = seeds === 'every kind' ? ['--every-kind'] : ['--seeds', String(seeds)];
  const size = [...days, '--decisions', String(decisions)];
  const code = await runNode([...program, ...size], { cwd: root, env });
  return tallySuite(report, code, tallyFaults);
}
