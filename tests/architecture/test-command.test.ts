import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '#build/project-root.ts';
import { runChecks } from '#build/quality/checks.ts';
import { runPlaywright, runVitest } from '#build/quality/suites.ts';
import { exitCode, sumTallies } from '#build/quality/tally.ts';

/** A project whose suites are real runs of the real runners. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'meja-suites-'));
  cpSync(path.join(projectRoot, 'package.json'), path.join(root, 'package.json'));
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  mkdirSync(path.join(root, 'e2e'));
  plant('vitest.config.ts', "export default { test: { include: ['*.test.ts'] } };");
  plant(
    'playwright.config.ts',
    `const file = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];
     export default { testDir: 'e2e', reporter: [['list'], ['json', { outputFile: file }]] };`,
  );
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function plant(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

const vitestFile = (verdict: string): string =>
  `import { expect, test } from 'vitest'; test('x', () => { expect(1).toBe(${verdict}); });`;
const playwrightFile = (verdict: string): string =>
  `import { expect, test } from '@playwright/test'; test('x', () => { expect(1).toBe(${verdict}); });`;

test('one failing suite among good ones makes the run fail, and is counted', async () => {
  plant('good.test.ts', vitestFile('1'));
  plant('e2e/good.spec.ts', playwrightFile('1'));
  plant('e2e/bad.spec.ts', playwrightFile('2'));
  const total = sumTallies([
    await runChecks([{ name: 'good', run: () => Promise.resolve({ passed: true, said: '' }) }]),
    await runVitest({ root, config: 'vitest.config.ts', output: 'nowhere' }),
    await runPlaywright({ root, config: 'playwright.config.ts', output: 'nowhere' }, {}),
  ]);
  expect(total).toEqual({ passed: 3, failed: 1 });
  expect(exitCode(total)).toBe(1);
});

test('a failing unit test is counted, and so is a file that does not load', async () => {
  plant('bad.test.ts', vitestFile('2'));
  plant('broken.test.ts', "import './nothing.ts';");
  expect(await runVitest({ root, config: 'vitest.config.ts', output: 'nowhere' })).toEqual({
    passed: 0,
    failed: 2,
  });
});

test('a suite without any test is a failure', async () => {
  expect(
    (await runPlaywright({ root, config: 'playwright.config.ts', output: 'nowhere' }, {})).failed,
  ).toBeGreaterThan(0);
});
