import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportFolder } from '#build/quality/suites.ts';
import { failedLines, slowestLines } from '#build/quality/told-tests.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'meja-slow-'));
  mkdirSync(path.join(root, reportFolder), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function report(name: string, content: unknown): void {
  writeFileSync(path.join(root, reportFolder, name), JSON.stringify(content));
}

const timed = (title: string, ...durations: readonly number[]) => ({
  title,
  file: 'lock.spec.ts',
  ok: true,
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});

test('the slowest tests of both runners are told together, the slowest first', () => {
  report('vitest.json', {
    testResults: [
      {
        name: path.join(root, 'shared', 'nip.test.ts'),
        status: 'passed',
        assertionResults: [
          { fullName: 'a nip parses', status: 'passed', duration: 3 },
          { fullName: 'a nip is slow', status: 'passed', duration: 1500 },
          { fullName: 'a nip is skipped', status: 'skipped', duration: null },
        ],
      },
    ],
  });
  report('playwright.json', {
    config: { rootDir: path.join(root, 'tests', 'e2e') },
    suites: [
      {
        title: 'lock.spec.ts',
        specs: [timed('locks', 900)],
        suites: [
          { title: 'a window', specs: [timed('locks too, at the second try', 1000, 64_250)] },
        ],
      },
    ],
  });
  expect(slowestLines(root, 3)).toEqual([
    'The 3 slowest tests:',
    `   65.3 s  ${path.join('tests', 'e2e', 'lock.spec.ts')} › locks too, at the second try`,
    `    1.5 s  ${path.join('shared', 'nip.test.ts')} › a nip is slow`,
    `    0.9 s  ${path.join('tests', 'e2e', 'lock.spec.ts')} › locks`,
  ]);
});

test('what failed is told by name and reason, a file that could not be loaded too', () => {
  report('vitest.json', {
    testResults: [
      {
        name: path.join(root, 'shared', 'nip.test.ts'),
        status: 'failed',
        assertionResults: [
          { fullName: 'a nip parses', status: 'passed' },
          {
            fullName: 'a nip has a birthday',
            status: 'failed',
            failureMessages: ['\u001B[31mexpected 1\u001B[39m\nto be 2'],
          },
        ],
      },
      {
        name: path.join(root, 'shared', 'broken.test.ts'),
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
    ],
  });
  report('playwright.json', {
    config: { rootDir: path.join(root, 'tests', 'e2e') },
    suites: [
      {
        title: 'lock.spec.ts',
        specs: [
          timed('locks', 900),
          {
            ...timed('unlocks'),
            ok: false,
            tests: [{ results: [{ duration: 5, errors: [{ message: 'not there' }] }] }],
          },
        ],
      },
    ],
  });
  expect(failedLines(root)).toEqual([
    'Failed:',
    `  ✗ ${path.join('shared', 'nip.test.ts')} › a nip has a birthday`,
    '      expected 1',
    '      to be 2',
    `  ✗ ${path.join('shared', 'broken.test.ts')} › the file itself`,
    '      no such module',
    `  ✗ ${path.join('tests', 'e2e', 'lock.spec.ts')} › unlocks`,
    '      not there',
  ]);
});

test('without reports nothing is told', () => {
  expect(slowestLines(root, 10)).toEqual([]);
  expect(failedLines(root)).toEqual([]);
});
