import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  unreadPagesOf,
  type DocumentReading,
} from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { openReader } from '#tests/bench/evidence/browser/open-reader.ts';
import { trueQueries } from '#tests/bench/evidence/fixtures/field-queries.ts';
import type { Fixtures } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

/** "At most seconds": after so many a person no longer waits. */
const mostSeconds = 15;

/** What text that nobody can see says in documents of this make. */
const hidden: FieldQuery = {
  field: 'hidden',
  kind: 'nomor',
  value: '999.9/999/PALSU/2099',
  also: [],
  labels: ['Nomor'],
  of: 'dokumen',
};

/** Broken and hostile documents: each costs a message and at most seconds, and the next document is read as ever. */
export const badDocuments: Part = {
  name: 'bad',
  needsFixtures: true,
  async run({ fixtures, signal, progress }) {
    const reader = await openReader();
    const files = fixtures?.bad ?? [];
    const lines: string[] = [];
    const seconds: number[] = [];
    let silent = 0;
    let lies = 0;
    progress.begin('reading hostile documents', files.length);
    try {
      const before = await reader.memory();
      for (const file of files) {
        if (signal.aborted) break;
        const { reading, ms } = await reader.read(await readFile(file), [hidden]);
        const lied = matchFields([hidden], reading)[0]?.status === 'ditemukan';
        const message = messageOf(reading);
        seconds.push(ms / 1000);
        silent += message === '' ? 1 : 0;
        lies += lied ? 1 : 0;
        lines.push(
          `${path.basename(file).padEnd(26)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${message}${lied ? '  LIES' : ''}`,
        );
        progress.step();
      }
      const after = await reader.memory();
      const peak = before && after ? after.peakMb - before.nowMb : Number.NaN;
      const works = fixtures !== null && (await readsOn(reader, fixtures));
      return {
        lines: [
          ...lines,
          `At most ${peak} MB more than before; afterwards a sound document is ${works ? 'read as ever' : 'NOT READ'}.`,
        ],
        figures: {
          badSlowestSeconds: Math.round(10 * Math.max(0, ...seconds)) / 10,
          badWithoutMessage: silent,
          badHiddenTextFound: lies,
          badReaderLost: works ? 0 : 1,
          ...(Number.isNaN(peak) ? {} : { badPeakMb: peak }),
        },
        budgets: {
          badSlowestSeconds: mostSeconds,
          badWithoutMessage: 0,
          badHiddenTextFound: 0,
          badReaderLost: 0,
          badPeakMb: 600,
        },
      };
    } finally {
      await reader.close();
    }
  },
};

/** What a person would be told: why it cannot be read, what is wrong with its pages, or what was read; empty: nothing. */
function messageOf(reading: DocumentReading): string {
  const { failure, pages } = reading;
  const flaws = [...new Set(pages.flatMap(({ quality }) => quality.flaws))];
  const words = pages.reduce(
    (sum, { readings }) => sum + Math.max(0, ...readings.map((one) => one.words.length)),
    0,
  );
  const unread = unreadPagesOf(reading).map(({ page, failure: why }) => `page ${page} ${why}`);
  return [failure, ...unread, ...flaws, words > 0 ? `${pages.length} pages, ${words} words` : null]
    .filter((part) => part !== null)
    .join(', ');
}

async function readsOn(reader: BrowserReader, { digital }: Fixtures): Promise<boolean> {
  const [file] = digital;
  if (file === undefined) return false;
  const queries = trueQueries(file.document).map(({ query }) => query);
  const { reading } = await reader.read(await readFile(file.path), queries);
  return reading.failure === null && reading.pages.length > 0;
}
