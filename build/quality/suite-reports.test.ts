import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  tallyFaults,
  tallyPlaywright,
  tallySuite,
  tallyVitest,
} from '#build/quality/suite-reports.ts';
import { closingLine, exitCode, sumTallies } from '#build/quality/tally.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meja-report-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function reportFile(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const goodVitest = {
  numPassedTests: 3,
  numFailedTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

describe('counting vitest', () => {
  test('tests are counted, skipped ones are not', () => {
    expect(tallyVitest({ ...goodVitest, numPendingTests: 2 })).toEqual({ passed: 3, failed: 0 });
  });

  test('a file that could not even be loaded is a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const report = { ...goodVitest, testResults: [...goodVitest.testResults, broken] };
    expect(tallyVitest(report)).toEqual({ passed: 3, failed: 1 });
  });

  test('a file with failed tests is not counted twice', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 2,
      testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
    };
    expect(tallyVitest(report)).toEqual({ passed: 1, failed: 2 });
  });
});

test('Playwright: flaky tests and errors outside a test are failures, skipped ones are not', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 5 };
  expect(tallyPlaywright({ stats, errors: [{ message: 'no server' }] })).toEqual({
    passed: 4,
    failed: 3,
  });
});

describe('a suite is never good by silence', () => {
  test('no report is a failure, whatever the exit code', () => {
    expect(tallySuite(path.join(folder, 'none.json'), 0, tallyVitest)).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  test.each(['', '{', '{}', '[]'])('a report that holds %j is a failure', (text) => {
    expect(tallySuite(reportFile(text), 0, tallyVitest)).toEqual({ passed: 0, failed: 1 });
  });

  test('a bad exit code without a named failure is a failure', () => {
    expect(tallySuite(reportFile(goodVitest), 1, tallyVitest)).toEqual({ passed: 3, failed: 1 });
  });
});

test('the closing line and the exit code sum every suite', () => {
  const total = sumTallies([
    { passed: 5, failed: 0 },
    { passed: 100, failed: 1 },
  ]);
  expect(closingLine(total)).toBe('105 passed, 1 failed');
  expect(exitCode(total)).toBe(1);
  expect(exitCode({ passed: 1, failed: 0 })).toBe(0);
  expect(exitCode({ passed: 0, failed: 0 })).toBe(1);
});

describe('counting the fault tests', () => {
  test('every seed counts as a test', () => {
    expect(tallyFaults({ passed: 21, failed: 1 })).toEqual({ passed: 21, failed: 1 });
  });

  test('a run that says no more than that it failed is a failure', () => {
    expect(tallySuite(reportFile({ passed: 20, failed: 0 }), 1, tallyFaults)).toEqual({
      passed: 20,
      failed: 1,
    });
  });
});
