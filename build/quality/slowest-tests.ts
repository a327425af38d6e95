import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reportFolder } from '#build/quality/suites.ts';

/** A test and how long it took. */
export interface TimedTest {
  readonly file: string;
  readonly name: string;
  readonly ms: number;
}

const vitestTimesSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
});

const playwrightTimesSchema = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(z.unknown()),
});

const suiteSchema = z.object({
  specs: z.array(specSchema).default([]),
  suites: z.array(z.unknown()).default([]),
});

/** How long each test of a vitest report took. */
export function timesOfVitest(report: unknown): readonly TimedTest[] {
  return vitestTimesSchema.parse(report).testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      file,
      name: fullName,
      ms: duration ?? 0,
    })),
  );
}

/** How long each test of a Playwright report took, all its tries together. */
export function timesOfPlaywright(report: unknown): readonly TimedTest[] {
  const { config, suites } = playwrightTimesSchema.parse(report);
  return suites.flatMap(specsOf).map(({ title, file, tests }) => ({
    file: path.join(config.rootDir, file),
    name: title,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  }));
}

function specsOf(suite: unknown): readonly z.infer<typeof specSchema>[] {
  const { specs, suites } = suiteSchema.parse(suite);
  return [...specs, ...suites.flatMap(specsOf)];
}

/** The slowest tests of the reports that the last run left, one line each, under a title; nothing without a report. */
export function slowestLines(root: string, count: number): readonly string[] {
  const times = [
    ...readTimes(root, 'vitest.json', timesOfVitest),
    ...readTimes(root, 'playwright.json', timesOfPlaywright),
  ];
  const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, count);
  if (slowest.length === 0) return [];
  const lines = slowest.map(({ file, name, ms }) => {
    const seconds = (ms / 1000).toFixed(1).padStart(7);
    return `${seconds} s  ${path.relative(root, file)} › ${name}`;
  });
  return [`The ${slowest.length} slowest tests:`, ...lines];
}

function readTimes(
  root: string,
  name: string,
  read: (report: unknown) => readonly TimedTest[],
): readonly TimedTest[] {
  const file = path.join(root, reportFolder, name);
  // A suite that wrote no report was counted as a failure already.
  return existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
