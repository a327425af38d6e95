/** Splits rows so that one INSERT stays below PostgreSQL's limit of 65,535 parameters. */
export function inChunks<T>(rows: readonly T[], size = 1_000): readonly T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < rows.length; at += size) chunks.push(rows.slice(at, at + size));
  return chunks;
}
