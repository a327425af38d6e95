/** Lays rows out as columns of plain text; the first row is the heading. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  const [heading, ...body] = rows;
  if (heading === undefined) return '';
  return [line(heading), line(widths.map((width) => '─'.repeat(width))), ...body.map(line)].join(
    '\n',
  );
}
