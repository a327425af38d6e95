import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { documentReadingSchema } from '#renderer/evidence/matching/document-reading.ts';
import type { BrowserReader } from '#tests/bench/evidence/browser/browser-reader.ts';

const keptSchema = z.object({ ms: z.number(), reading: documentReadingSchema });

/**
 * A reader that keeps what was read in a folder and takes it from there the next time: for those who work on the matcher.
 * The same bytes, queries and number of pages are the same reading; whoever changes the reader empties the folder.
 */
export function keptReader(open: () => Promise<BrowserReader>, folder: string): BrowserReader {
  let opened: Promise<BrowserReader> | undefined;
  const reader = (): Promise<BrowserReader> => (opened ??= open());
  return {
    async read(bytes, queries, pages) {
      const order = JSON.stringify([queries, pages ?? null]);
      const name = createHash('sha256').update(bytes).update(order).digest('hex');
      const file = path.join(folder, `${name}.json`);
      const kept = await readFile(file, 'utf8').catch(() => null);
      if (kept !== null) return keptSchema.parse(JSON.parse(kept));
      const read = await (await reader()).read(bytes, queries, pages);
      await mkdir(folder, { recursive: true });
      await writeFile(file, JSON.stringify(read));
      return read;
    },
    rest: async () => (await reader()).rest(),
    memory: async () => (await reader()).memory(),
    close: async () => (await opened)?.close(),
  };
}
