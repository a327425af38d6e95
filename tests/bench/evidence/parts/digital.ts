import { readFile } from 'node:fs/promises';
import type { BenchReport } from '#tests/bench/bench.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import { openReader } from '#tests/bench/evidence/browser/open-reader.ts';
import { trueQueries } from '#tests/bench/evidence/fixtures/field-queries.ts';
import type { FixtureFile } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';
import { median } from '#tests/bench/median.ts';

/** A born-digital document read for its text layer alone, and with every value looked for on the drawn page. */
interface TimedDocument {
  readonly name: string;
  readonly pages: number;
  /** Milliseconds a page. */
  readonly layer: number;
  readonly checked: number;
  /** Places of the drawn page that were looked at, round by round. */
  readonly looks: readonly number[];
}

/** What it costs to see on the drawn page that a text layer tells the truth. */
export const digital: Part = {
  name: 'digital',
  needsFixtures: true,
  async run(world) {
    // A reader of its own: what was kept of earlier runs would not be timed.
    const reader = await openReader();
    try {
      return report(await timeDocuments(world, reader));
    } finally {
      await reader.close();
    }
  },
};

async function timeDocuments(
  world: World,
  reader: BrowserReader,
): Promise<readonly TimedDocument[]> {
  const files = (world.fixtures?.digital ?? []).slice(0, world.small ? 2 : undefined);
  const timed: TimedDocument[] = [];
  world.progress.begin('timing born-digital documents', files.length);
  for (const file of files) {
    if (world.signal.aborted) break;
    timed.push(await timeDocument(file, world.small ? 2 : world.runs, reader));
    world.progress.step();
  }
  return timed;
}

async function timeDocument(
  file: FixtureFile,
  runs: number,
  reader: BrowserReader,
): Promise<TimedDocument> {
  const pdf = await readFile(file.path);
  const queries = trueQueries(file.document).map(({ query }) => query);
  const layer: number[] = [];
  const checked: number[] = [];
  let looks: readonly number[] = [];
  let pages = 1;
  // In turn, so that whatever slows the machine meets both; the first of each warms up.
  for (let run = 0; run <= runs; run += 1) {
    const plain = await reader.read(pdf, []);
    const seen = await reader.read(pdf, queries);
    pages = Math.max(1, seen.reading.pages.length);
    looks = seen.reading.pages.flatMap(({ readings }) =>
      readings.flatMap(({ pass, pieces = [] }) => (pass === 'tergambar' ? pieces.length : [])),
    );
    if (run === 0) continue;
    layer.push(plain.ms / pages);
    checked.push(seen.ms / pages);
  }
  return { name: file.name, pages, layer: median(layer), checked: median(checked), looks };
}

function report(timed: readonly TimedDocument[]): BenchReport {
  const more = median(timed.map(({ layer, checked }) => checked - layer));
  return {
    lines: [
      'A page of a born-digital document, in turn for its text layer alone and with its values seen on the drawn page:',
      ...timed.map(
        ({ name, pages, layer, checked, looks }) =>
          `${name.padEnd(24)} ${pages} pages ${ms(layer)} ms alone ${ms(checked)} ms checked; places looked at: ${looks.join(' + ')}`,
      ),
    ],
    figures: {
      digitalPageMs: Math.round(median(timed.map(({ checked }) => checked))),
      digitalPageMoreMs: Math.round(more),
    },
    budgets: { digitalPageMoreMs: 500 },
  };
}

function ms(value: number): string {
  return String(Math.round(value)).padStart(6);
}
