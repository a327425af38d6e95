import path from 'node:path';
import { projectRoot } from '#build/project-root.ts';
import type { Bench, BenchOptions, BenchReport } from '#tests/bench/bench.ts';
import { openReader } from '#tests/bench/evidence/browser/open-reader.ts';
import { keptReader } from '#tests/bench/evidence/browser/kept-reader.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import { readFixtures, type Fixtures } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import { badDocuments } from '#tests/bench/evidence/parts/bad-documents.ts';
import { cases } from '#tests/bench/evidence/parts/cases.ts';
import { demo } from '#tests/bench/evidence/parts/demo.ts';
import { digital } from '#tests/bench/evidence/parts/digital.ts';
import { kinds } from '#tests/bench/evidence/parts/kinds.ts';
import { memory } from '#tests/bench/evidence/parts/memory.ts';
import { nearMisses } from '#tests/bench/evidence/parts/near-misses.ts';
import { opening } from '#tests/bench/evidence/parts/opening.ts';
import { quality } from '#tests/bench/evidence/parts/quality.ts';
import { speed } from '#tests/bench/evidence/parts/speed.ts';
import { values } from '#tests/bench/evidence/parts/values.ts';
import { viewer } from '#tests/bench/evidence/parts/viewer.ts';
import { wrongReadings } from '#tests/bench/evidence/parts/wrong-readings.ts';
import { makeProgress } from '#tests/bench/evidence/progress.ts';
import { readAll, type FixtureReading } from '#tests/bench/evidence/read-all.ts';
import { stopOnInterrupt } from '#tests/bench/evidence/stop-on-interrupt.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';

const parts: readonly Part[] = [
  values,
  nearMisses,
  wrongReadings,
  quality,
  kinds,
  speed,
  digital,
  memory,
  badDocuments,
  cases,
  viewer,
  opening,
  demo,
];

/** What the documents say of proposed values, as the application reads them in a real browser: issue by issue of the table. */
export const evidence: Bench = {
  title:
    'values found and shown in documents, wrong ones not; scans that cannot be read; speed and memory',
  async run(options) {
    const chosen = chooseParts(options.only);
    const folder = path.resolve(projectRoot, options.fixtures ?? '../shared/fixtures');
    const fixtures = await readFixtures(folder);
    const interruption = stopOnInterrupt();
    const { world, close } = makeWorld(options, fixtures, interruption.signal);
    try {
      return await runParts(chosen, world, folder, options.kept);
    } finally {
      interruption.end();
      await close();
    }
  },
};

function chooseParts(only: readonly string[]): readonly Part[] {
  const unknown = only.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0)
    throw new Error(
      `--only ${parts.map(({ name }) => name).join(' | ')}; not ${unknown.join(', ')}`,
    );
  return only.length === 0 ? parts : parts.filter(({ name }) => only.includes(name));
}

function makeWorld(
  { small, runs, kept, cases: folder }: BenchOptions,
  fixtures: Fixtures | null,
  signal: AbortSignal,
): { readonly world: World; readonly close: () => Promise<void> } {
  const progress = makeProgress(process.stderr, () => performance.now());
  let reader: Promise<BrowserReader> | undefined;
  let readings: Promise<readonly FixtureReading[]> | undefined;
  const world: World = {
    fixtures,
    cases: folder === null ? null : path.resolve(projectRoot, folder),
    small,
    runs,
    signal,
    progress,
    reader: () =>
      (reader ??= kept === null ? openReader() : Promise.resolve(keptReader(openReader, kept))),
    readings: () =>
      (readings ??= (async () =>
        fixtures === null
          ? []
          : readAll({ fixtures, reader: await world.reader(), progress, signal, small }))()),
  };
  return { world, close: async () => (await reader)?.close() };
}

async function runParts(
  chosen: readonly Part[],
  world: World,
  folder: string,
  kept: string | null,
): Promise<BenchReport> {
  const { fixtures } = world;
  const lines = [
    fixtures === null
      ? `No documents with truth at ${folder}: what needs them is not measured (--fixtures DIR).`
      : `Documents: ${fixtures.documents.length} with truth, ${fixtures.digital.length} born digital, ${fixtures.scans.length} scans, ${fixtures.bad.length} hostile.`,
    ...(fixtures && fixtures.absent.length > 0
      ? [`Named and not there: ${fixtures.absent.join(', ')}.`]
      : []),
  ];
  if (kept !== null) lines.push(`Readings of earlier runs are taken from ${kept}.`);
  const reports: BenchReport[] = [];
  const skipped: string[] = [];
  for (const part of chosen) {
    if (world.signal.aborted || (part.needsFixtures && fixtures === null)) {
      skipped.push(part.name);
      continue;
    }
    const report = await part.run(world);
    reports.push({ ...report, lines: ['', `— ${part.name} —`, ...report.lines] });
  }
  if (world.signal.aborted)
    lines.push('STOPPED EARLY: the figures are of what was done until then.');
  if (skipped.length > 0) lines.push(`Not measured: ${skipped.join(', ')}.`);
  return {
    lines: [...lines, ...reports.flatMap((report) => report.lines), ''],
    figures: Object.assign(
      { partsNotMeasured: skipped.length + (world.signal.aborted ? 1 : 0) },
      ...reports.map(({ figures }) => figures),
    ),
    budgets: Object.assign({ partsNotMeasured: 0 }, ...reports.map(({ budgets }) => budgets)),
  };
}
