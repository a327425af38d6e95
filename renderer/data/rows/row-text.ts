/**
 * A stored row as text, its bytes in hex: to keep it for support, and to tell whether it is still the row that was read
 * (sealed bytes are new with every write); empty when there is none. Not for rows with documents in them, which are large.
 */
export function rowText(row: unknown): string {
  if (row === undefined) return '';
  return JSON.stringify(row, (_key, value: unknown) =>
    value instanceof Uint8Array ? `hex:${toHex(value)}` : value,
  );
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
