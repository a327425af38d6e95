import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { withGuard, writable } from '#server/imports/table/formula-guard.ts';
import type { Separator, TableForm } from '#server/imports/table/table.ts';

/**
 * Writes rows of texts as a file of that form, whole or not at all. Everything is text: a spreadsheet neither obeys it nor
 * makes numbers of it.
 */
export async function writeTable(
  path: string,
  form: TableForm,
  rows: Iterable<readonly string[]>,
): Promise<void> {
  const unfinished = `${path}.belum-selesai`;
  try {
    const bytes = form.kind === 'csv' ? csvOf(rows, form.separator) : xlsxOf(rows);
    await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The mark by which Excel knows UTF-8. */
export const byteOrderMark = '\ufeff';

/** The lines of a CSV file: a spreadsheet shows what stands there and obeys none of it. */
export function* csvLines(
  rows: Iterable<readonly string[]>,
  separator: Separator,
): Generator<string> {
  const special = new RegExp(`["\\r\\n${separator}]|^\\s|\\s$`);
  const cell = (text: string): string => {
    const guarded = withGuard(writable(text));
    return special.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  for (const row of rows) yield `${row.map(cell).join(separator)}\r\n`;
}

function csvOf(rows: Iterable<readonly string[]>, separator: Separator): Readable {
  function* lines(): Generator<string> {
    yield byteOrderMark;
    yield* csvLines(rows, separator);
  }
  return Readable.from(lines());
}

function xlsxOf(rows: Iterable<readonly string[]>): Readable {
  function* texts(): Generator<string[]> {
    for (const row of rows) yield row.map((text) => writable(text));
  }
  const width = 256;
  const columns = Array.from({ length: width }, () => ({ style: { numFmt: '@' } }));
  const stream = writeXlsxStream(texts(), { name: 'Ditolak', columns });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two declarations of a web stream differ in name alone
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
}
