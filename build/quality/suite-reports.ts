import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Tally } from '#build/quality/tally.ts';

/** What we read of the JSON report of vitest. */
const vitestReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** What we read of the JSON report of Playwright. */
const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

/** What the fault tests report: already counted. */
const faultsReportSchema = z.object({ passed: z.int(), failed: z.int() });

/** Counts a vitest report; a file that failed before its first test counts as one failure. */
export function tallyVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests, testResults } = vitestReportSchema.parse(report);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/** Counts a Playwright report; an error outside a test counts as one failure, a flaky test as one too. */
export function tallyPlaywright(report: unknown): Tally {
  const { stats, errors } = playwrightReportSchema.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** Counts a report of the fault tests. */
export function tallyFaults(report: unknown): Tally {
  return faultsReportSchema.parse(report);
}

/**
 * Counts a suite by its report file and its exit code. A suite that wrote no report, or that says it failed without
 * naming a failure, counts as one failure: silence is never success.
 */
export function tallySuite(
  reportFile: string,
  code: number,
  count: (report: unknown) => Tally,
): Tally {
  const tally = readTally(reportFile, count);
  if (tally === null) return { passed: 0, failed: 1 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readTally(reportFile: string, count: (report: unknown) => Tally): Tally | null {
  try {
    return count(JSON.parse(readFileSync(reportFile, 'utf8')));
  } catch (fault) {
    console.error(
      `no usable report in ${reportFile}:`,
      fault instanceof Error ? fault.message : fault,
    );
    return null;
  }
}
