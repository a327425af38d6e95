import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { openReader } from '#tests/bench/evidence/browser/open-reader.ts';
import { trueQueries } from '#tests/bench/evidence/fixtures/field-queries.ts';
import { makeRandom } from '#build/demo/random.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

/** How many scans are read in one sitting. */
const scanCount = 24;

/** How long an idle worker has to give its memory back, in milliseconds. */
const idleMs = 5000;

/** What reading costs in memory: a fresh browser reads scans of all kinds, then lets its worker rest. */
export const memory: Part = {
  name: 'memory',
  needsFixtures: true,
  async run({ fixtures, small, signal, progress }) {
    const reader = await openReader();
    try {
      const before = await reader.memory();
      const scans = makeRandom('memory')
        .shuffle(fixtures?.scans ?? [])
        .slice(0, small ? 4 : scanCount);
      progress.begin('measuring memory', scans.length);
      for (const file of scans) {
        if (signal.aborted) break;
        const queries = trueQueries(file.document).map(({ query }) => query);
        await reader.read(await readFile(file.path), queries);
        progress.step();
      }
      const busy = await reader.memory();
      await reader.rest();
      await wait(idleMs);
      const idle = await reader.memory();
      if (!before || !busy || !idle)
        return {
          lines: ['Memory not measured: this system does not tell.'],
          figures: {},
          budgets: {},
        };
      const peak = busy.peakMb - before.nowMb;
      // The browser's own program, of which the page by now has touched more, is not what the worker left behind.
      const kept = idle.shareMb - before.shareMb;
      return {
        lines: [
          `Memory of the page's process: ${before.nowMb} MB before, at most ${busy.peakMb} MB over ${scans.length} scans (${peak} MB more), ${idle.nowMb} MB ${idleMs / 1000} s after the worker was let go; without what processes share (PSS) ${before.shareMb} MB before and ${idle.shareMb} MB in the end (${kept} MB more).`,
        ],
        figures: { evidencePeakMb: peak, evidenceIdleMb: kept },
        budgets: { evidencePeakMb: 600, evidenceIdleMb: 100 },
      };
    } finally {
      await reader.close();
    }
  },
};
