import { inspectFile } from '#server/imports/table/inspect-file.ts';
import { readCsv } from '#server/imports/table/read-csv.ts';
import { readXlsx } from '#server/imports/table/read-xlsx.ts';
import { TableRefused, type Table, type TableFault } from '#server/imports/table/table.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Reads a CSV or XLSX file, which it is by its content; nothing of a file that is too large is kept. */
export async function readTable(path: string): Promise<Result<Table, TableFault>> {
  try {
    const { kind, encoding, sha256 } = await inspectFile(path);
    if (kind === 'zip') {
      return succeed({ form: { kind: 'xlsx' }, sheets: await readXlsx(path), sha256 });
    }
    const { separator, sheet } = await readCsv(path, encoding);
    return succeed({ form: { kind: 'csv', separator }, sheets: [sheet], sha256 });
  } catch (error) {
    if (error instanceof TableRefused) return fail(error.fault);
    throw error;
  }
}
