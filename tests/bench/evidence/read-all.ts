import { readFile } from 'node:fs/promises';
import type { BrowserReader, TimedReading } from '#tests/bench/evidence/browser/browser-reader.ts';
import { trueQueries, type TrueQuery } from '#tests/bench/evidence/fixtures/field-queries.ts';
import type { FixtureFile, Fixtures } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import type { Progress } from '#tests/bench/evidence/progress.ts';

/** A document of the fixtures as the application read it, looking for its true values. */
export interface FixtureReading extends TimedReading {
  readonly file: FixtureFile;
  readonly queries: readonly TrueQuery[];
}

/** What to read with. */
export interface ReadAll {
  readonly fixtures: Fixtures;
  readonly reader: BrowserReader;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** A fraction of the documents: every variant of the first two. */
  readonly small: boolean;
}

/** Reads every document once, born-digital ones first; what was read until it was given up. */
export async function readAll(work: ReadAll): Promise<readonly FixtureReading[]> {
  const { fixtures, reader, progress, signal, small } = work;
  const some = new Set(fixtures.documents.slice(0, small ? 2 : undefined).map(({ id }) => id));
  const files = [...fixtures.digital, ...fixtures.scans].filter(({ document }) =>
    some.has(document.id),
  );
  const readings: FixtureReading[] = [];
  progress.begin('reading documents', files.length);
  for (const file of files) {
    if (signal.aborted) break;
    const queries = trueQueries(file.document);
    const wanted = queries.map(({ query }) => query);
    // One after the other, as the application reads; figures of time and memory are of this.
    readings.push({ file, queries, ...(await reader.read(await readFile(file.path), wanted)) });
    progress.step();
  }
  return readings;
}
