import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** Everything that lies in a database as whoever finds the disk could read it: all values, bytes as UTF-8 and UTF-16. */
export async function storedText(database: AccountDatabase): Promise<string> {
  const found: string[] = [];
  for (const table of database.tables) {
    for (const row of await table.toArray()) collect(row, found);
    collect(await table.toCollection().primaryKeys(), found);
  }
  return found.join('\n');
}

function collect(value: unknown, found: string[]): void {
  if (value instanceof ArrayBuffer) collect(new Uint8Array(value), found);
  else if (value instanceof Uint8Array) {
    for (const bytes of [value, value.subarray(1)]) {
      found.push(new TextDecoder('utf-8').decode(bytes), new TextDecoder('utf-16le').decode(bytes));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      found.push(key);
      collect(part, found);
    }
  } else found.push(String(value));
}
