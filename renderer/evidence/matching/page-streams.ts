import type { DocumentReading, ReadPage } from '#renderer/evidence/matching/document-reading.ts';
import { type ReadingStream, streamOf } from '#renderer/evidence/matching/reading-stream.ts';
import { columnsOf, rowsOf } from '#renderer/evidence/matching/visual-rows.ts';

/** The texts of one page. A value may be whole in one order of the words and torn in another. */
export interface PageStreams {
  readonly page: ReadPage;
  /** As each reading gave it, then its columns. */
  readonly searched: readonly ReadingStream[];
  /** By rows across the page, whole pages only. */
  readonly rows: readonly ReadingStream[];
  /** As read and by rows, whole pages only: where labels are looked for. */
  readonly context: readonly ReadingStream[];
}

const known = new WeakMap<DocumentReading, readonly PageStreams[]>();

/** The texts of every page that can be read; made once for a reading. */
export function streamsOf(reading: DocumentReading): readonly PageStreams[] {
  const made = known.get(reading);
  if (made) return made;
  const pages = reading.pages
    .filter(({ quality }) => quality.level !== 'tidak_terbaca')
    .map(pageStreams);
  known.set(reading, pages);
  return pages;
}

function pageStreams(page: ReadPage): PageStreams {
  const searched: ReadingStream[] = [];
  const context: ReadingStream[] = [];
  const rowStreams: ReadingStream[] = [];
  for (const [index, { pass, words }] of page.readings.entries()) {
    const from = { page: page.page, pass, reading: index, aspect: page.width / page.height };
    const asRead = streamOf(from, words);
    searched.push(asRead);
    if (pass === 'potongan') continue;
    const rows = rowsOf(words);
    const byRow = streamOf(from, rows.flat());
    searched.push(streamOf(from, columnsOf(rows, page)), byRow);
    rowStreams.push(byRow);
    context.push(byRow, asRead);
  }
  return { page, searched, rows: rowStreams, context };
}
