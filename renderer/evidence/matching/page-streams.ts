import {
  isWhole,
  type DocumentReading,
  type ReadPage,
} from '#renderer/evidence/matching/document-reading.ts';
import { type ReadingStream, streamOf } from '#renderer/evidence/matching/reading-stream.ts';
import { type UprightPage, uprightPage } from '#renderer/evidence/matching/upright-page.ts';
import { columnsOf, rowsOf } from '#renderer/evidence/matching/visual-rows.ts';

/** The texts of one page. A value may be whole in one order of the words and torn in another. */
export interface PageStreams {
  /** Turned so that its lines run to the right; so are all places on it. */
  readonly page: ReadPage;
  /** A box of it on the page as it is shown. */
  readonly shown: UprightPage['shown'];
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
    .map((page) => pageStreams(uprightPage(page)));
  known.set(reading, pages);
  return pages;
}

function pageStreams({ page, shown }: UprightPage): PageStreams {
  const searched: ReadingStream[] = [];
  const context: ReadingStream[] = [];
  const rowStreams: ReadingStream[] = [];
  for (const [index, { pass, words }] of page.readings.entries()) {
    // A check of the text layer is no witness beside it.
    if (pass === 'tergambar') continue;
    const from = { page: page.page, pass, reading: index, aspect: page.width / page.height };
    const asRead = streamOf(from, words);
    searched.push(asRead);
    if (!isWhole({ pass })) continue;
    const rows = rowsOf(words);
    const byRow = streamOf(from, rows.flat());
    searched.push(streamOf(from, columnsOf(rows, page)), byRow);
    rowStreams.push(byRow);
    context.push(byRow, asRead);
  }
  return { page, shown, searched, rows: rowStreams, context };
}
