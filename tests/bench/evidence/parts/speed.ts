import { readFile } from 'node:fs/promises';
import type { BenchReport } from '#tests/bench/bench.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import { openReader } from '#tests/bench/evidence/browser/open-reader.ts';
import type { FixtureFile } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import { median } from '#tests/bench/median.ts';
import {
  findTesseract,
  type NativeTesseract,
} from '#tests/bench/evidence/speed/native-tesseract.ts';
import { scanImage } from '#tests/bench/evidence/speed/scan-image.ts';
import type { Part, World } from '#tests/bench/evidence/world.ts';

/** How many pages are timed: of different documents and both usual resolutions. */
const pageCount = 4;

/** One page in the application beside the same picture in the system's tesseract, in turn. */
interface TimedPage {
  readonly name: string;
  readonly worker: number;
  readonly native: number;
}

/** How long one pass over a page takes, from the file to its words, beside the same picture, model and core natively. */
export const speed: Part = {
  name: 'speed',
  needsFixtures: true,
  async run(world) {
    const native = await findTesseract();
    if (native === null)
      return { lines: ['Speed not measured: no tesseract.'], figures: {}, budgets: {} };
    // A reader of its own: what was kept of earlier runs would not be timed.
    const reader = await openReader();
    try {
      return report(await timePages(world, reader, native), native.version);
    } finally {
      await reader.close();
      await native.close();
    }
  },
};

async function timePages(
  world: World,
  reader: BrowserReader,
  native: NativeTesseract,
): Promise<readonly TimedPage[]> {
  const scans = (world.fixtures?.scans ?? []).filter(({ variant }) =>
    ['s200', 's150'].includes(variant),
  );
  // One of each document in turn, at 200 and at 150 dpi.
  const chosen = ['s200', 's150'].flatMap((variant, turn) =>
    scans.filter((file) => file.variant === variant).filter((_, at) => at % 2 === turn),
  );
  const timed: TimedPage[] = [];
  const files = chosen.slice(0, world.small ? 1 : pageCount);
  world.progress.begin('timing pages', files.length);
  for (const file of files) {
    if (world.signal.aborted) break;
    const page = await timePage(file, world.small ? 2 : world.runs, reader, native);
    if (page !== null) timed.push(page);
    world.progress.step();
  }
  return timed;
}

async function timePage(
  file: FixtureFile,
  runs: number,
  reader: BrowserReader,
  native: NativeTesseract,
): Promise<TimedPage | null> {
  const pdf = await readFile(file.path);
  const jpeg = scanImage(pdf);
  if (jpeg === null) return null;
  const worker: number[] = [];
  const beside: number[] = [];
  // In turn, so that whatever slows the machine meets both; the first of each warms up.
  for (let run = 0; run <= runs; run += 1) {
    const { ms } = await reader.read(pdf, [], 1);
    const other = await native.read(jpeg);
    if (run === 0) continue;
    worker.push(ms);
    beside.push(other);
  }
  return { name: file.name, worker: median(worker), native: median(beside) };
}

function report(pages: readonly TimedPage[], version: string): BenchReport {
  const ratios = pages.map(({ worker, native }) => worker / native);
  const ratio = Number(median(ratios).toFixed(2));
  return {
    lines: [
      `One pass over a page, one core each, from the file to its words, in turn with ${version}:`,
      ...pages.map(
        ({ name, worker, native }) =>
          `${name.padEnd(24)} ${String(Math.round(worker)).padStart(6)} ms here ${String(Math.round(native)).padStart(6)} ms natively  ${(worker / native).toFixed(2)} times`,
      ),
    ],
    figures: {
      ocrTimeRatio: ratio,
      ocrTimeRatioWorstPage: Number(Math.max(...ratios).toFixed(2)),
      ocrPageMs: Math.round(median(pages.map(({ worker }) => worker))),
    },
    budgets: { ocrTimeRatio: 2 },
  };
}
