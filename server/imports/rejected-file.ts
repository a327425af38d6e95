import { reasonColumn } from '#server/imports/columns/column.ts';
import type { OpenedImport } from '#server/imports/open-import.ts';
import { problemSentence } from '#server/imports/rows/row-problem.ts';
import type { FatedRow } from '#server/imports/rows/fate.ts';
import { cellText, type TableRow } from '#server/imports/table/table.ts';
import { writeTable } from '#server/imports/table/write-table.ts';

/** Writes the refused rows as a file of the form that they came in, with the same head, each with its reasons. */
export async function writeRejected(
  path: string,
  opened: OpenedImport,
  rows: readonly FatedRow[],
): Promise<void> {
  await writeTable(path, opened.form, rejectedRows(opened, rows));
}

function* rejectedRows(
  { sheet, header }: OpenedImport,
  fated: readonly FatedRow[],
): Generator<readonly string[]> {
  const reasons = new Map(fated.map((row) => [row.number, reasonsOf(row)]));
  const head = sheet.rows.slice(0, header.above);
  const rejected = sheet.rows.slice(header.above).filter(({ number }) => reasons.get(number));
  const widest = Math.max(...[...head, ...rejected].map(({ cells }) => cells.length));
  const at = header.reasonAt ?? widest;
  for (const [index, row] of head.entries()) {
    yield withReason(row, at, index === header.headAt ? reasonColumn : '');
  }
  for (const row of rejected) yield withReason(row, at, reasons.get(row.number) ?? '');
}

function reasonsOf({ fate }: FatedRow): string | undefined {
  return fate.kind === 'ditolak' ? fate.problems.map(problemSentence).join(' ') : undefined;
}

/** The row with the reason in its column; what stands further right stays there. */
function withReason({ cells }: TableRow, at: number, reason: string): readonly string[] {
  return Array.from({ length: Math.max(cells.length, at + 1) }, (_, column) =>
    column === at ? reason : cellText(cells[column]),
  );
}
