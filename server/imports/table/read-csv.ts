import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { TextEncoding } from '#server/imports/table/inspect-file.ts';
import { RowCollector, TableCounter, TableRefused } from '#server/imports/table/table.ts';
import type { Separator, Sheet } from '#server/imports/table/table.ts';
import { withoutGuard } from '#server/imports/table/formula-guard.ts';

const separators: readonly Separator[] = [';', '\t', ','];
/** So much of the beginning tells what stands between the cells. */
const sampleBytes = 64 * 1_024;
/** No honest row is longer; a quote that nobody closed makes one of all that follow. */
const longestRow = 1_000_000;

/** A CSV file as it was read. */
export interface CsvSheet {
  readonly separator: Separator;
  readonly sheet: Sheet;
}

/** Reads a CSV file piece by piece. A row's number counts rows as a spreadsheet does, empty ones too. */
export async function readCsv(path: string, encoding: TextEncoding): Promise<CsvSheet> {
  const separator = findSeparator(await readSample(path, encoding));
  const rows = new RowCollector(new TableCounter());
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRow,
  });
  const text = Readable.fromWeb(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two declarations of a web stream differ in name alone
    Readable.toWeb(createReadStream(path)).pipeThrough(
      new TextDecoderStream(encoding),
    ) as Parameters<typeof Readable.fromWeb>[0],
  );
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
  let number = 0;
  try {
    for await (const record of parser) {
      number += 1;
      if (isRecord(record) && !(number === 1 && isHint(record))) {
        rows.add(number, record.map(withoutGuard));
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableRefused({ kind: 'sel_terlalu_panjang', row: number + 1 });
  } finally {
    text.destroy();
  }
  return { separator, sheet: { name: '', rows: rows.rows } };
}

function isRecord(record: unknown): record is string[] {
  return Array.isArray(record);
}

/** `sep=;`: a hint to Excel. */
function isHint(record: readonly string[]): boolean {
  return /^sep=/i.test(record[0] ?? '');
}

async function readSample(path: string, encoding: TextEncoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** What stands as often in most of the first lines, outside quotes; of two the one that stands there more often. */
export function findSeparator(sample: string): Separator {
  const hint = /^sep=([,;\t])/i.exec(sample)?.[1];
  const named = separators.find((separator) => separator === hint);
  if (named) return named;
  const lines = sample
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((n) => n > 0);
    const usual = mostFrequent(counts);
    return { separator, lines: counts.filter((n) => n === usual).length, usual };
  });
  const [best] = scores.toSorted((a, b) => b.lines - a.lines || b.usual - a.usual);
  return best && best.usual > 0 ? best.separator : ',';
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [first] = [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return first?.[0] ?? 0;
}
