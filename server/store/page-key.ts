import { z } from 'zod';
import { isStorableText } from '#server/store/storable-text.ts';

// Where a list goes on: the values that its last row is sorted by. A client passes it back as it came.

const partsSchema = z.array(z.string().max(300)).max(4);

/** The key of a page that begins behind a row with these values. */
export function writePageKey(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The values of a key with so many of them; undefined for what is none. */
export function readPageKey(key: string, count: number): readonly string[] | undefined {
  try {
    const parts = partsSchema.safeParse(JSON.parse(Buffer.from(key, 'base64url').toString('utf8')));
    const isKey = parts.success && parts.data.length === count && isStorableText(parts.data);
    return isKey ? parts.data : undefined;
  } catch {
    // Whatever somebody typed in its place: the list does not go on there, and the caller says so.
    return undefined;
  }
}

/** A page of rows, and where it goes on: `rows` has one more than the page where there is more. */
export function pageOf<Row>(
  rows: readonly Row[],
  size: number,
  partsOf: (row: Row) => readonly string[],
): { readonly rows: Row[]; readonly next: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last !== undefined ? writePageKey(partsOf(last)) : null;
  return { rows: shown, next };
}

/** A text as a part of what `LIKE` looks for: nothing in it stands for another. */
export function likePart(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
