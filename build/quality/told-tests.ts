import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reportFolder } from '#build/quality/suites.ts';

/** A test, how long it took, and what it said when it failed. */
export interface ToldTest {
  readonly file: string;
  readonly name: string;
  readonly ms: number;
  /** First lines of each failure; empty for a test that passed or was skipped. */
  readonly failures: readonly string[];
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const errorSchema = z.object({ message: z.string().default('') });

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(
        z.object({ duration: z.number(), errors: z.array(errorSchema).default([]) }),
      ),
    }),
  ),
});

const playwrightSchema = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(z.unknown()),
});

const suiteSchema = z.object({
  specs: z.array(specSchema).default([]),
  suites: z.array(z.unknown()).default([]),
});

/** What a vitest report tells; a file that could not even be loaded is told like a test that failed. */
export function toldByVitest(report: unknown): readonly ToldTest[] {
  return vitestSchema
    .parse(report)
    .testResults.flatMap(({ name: file, status, message, assertionResults }) => {
      const tests = assertionResults.map((test) => ({
        file,
        name: test.fullName,
        ms: test.duration ?? 0,
        failures: test.status === 'failed' ? (test.failureMessages ?? ['']) : [],
      }));
      const broken = status === 'failed' && tests.every(({ failures }) => failures.length === 0);
      return broken
        ? [...tests, { file, name: 'the file itself', ms: 0, failures: [message] }]
        : tests;
    });
}

/** What a Playwright report tells, all tries of a test together. */
export function toldByPlaywright(report: unknown): readonly ToldTest[] {
  const { config, suites } = playwrightSchema.parse(report);
  return suites.flatMap(specsOf).map(({ title, file, ok, tests }) => {
    const results = tests.flatMap((test) => test.results);
    const errors = results.flatMap((result) => result.errors.map(({ message }) => message));
    return {
      file: path.join(config.rootDir, file),
      name: title,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
      failures: ok ? [] : errors.length === 0 ? [''] : errors,
    };
  });
}

function specsOf(suite: unknown): readonly z.infer<typeof specSchema>[] {
  const { specs, suites } = suiteSchema.parse(suite);
  return [...specs, ...suites.flatMap(specsOf)];
}

/** The slowest tests of the reports that the last run left, one line each, under a title; nothing without a report. */
export function slowestLines(root: string, count: number): readonly string[] {
  const slowest = toldTests(root)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, count);
  if (slowest.length === 0) return [];
  const lines = slowest.map(({ file, name, ms }) => {
    const seconds = (ms / 1000).toFixed(1).padStart(7);
    return `${seconds} s  ${path.relative(root, file)} › ${name}`;
  });
  return [`The ${slowest.length} slowest tests:`, ...lines];
}

/** So much of a failure is told again at the end; the whole of it stands where the test ran. */
const linesOfFailure = 12;

/** The tests that failed, each with the first lines of what it said: the end of a log is what people still have. */
export function failedLines(root: string): readonly string[] {
  const failed = toldTests(root).filter(({ failures }) => failures.length > 0);
  if (failed.length === 0) return [];
  return [
    'Failed:',
    ...failed.flatMap(({ file, name, failures }) => [
      `  ✗ ${path.relative(root, file)} › ${name}`,
      ...failures.flatMap((failure) =>
        withoutColours(failure)
          .split('\n')
          .slice(0, linesOfFailure)
          .map((line) => `      ${line}`.trimEnd()),
      ),
    ]),
  ];
}

function withoutColours(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu'), '');
}

function toldTests(root: string): readonly ToldTest[] {
  return [
    ...readTold(root, 'vitest.json', toldByVitest),
    ...readTold(root, 'playwright.json', toldByPlaywright),
  ];
}

function readTold(
  root: string,
  name: string,
  read: (report: unknown) => readonly ToldTest[],
): readonly ToldTest[] {
  const file = path.join(root, reportFolder, name);
  // A suite that wrote no report was counted as a failure already.
  return existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
