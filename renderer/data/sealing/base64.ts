/** Bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  // In pieces: as arguments of one call a large file would not fit.
  for (let at = 0; at < bytes.byteLength; at += 32_768) {
    letters += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(letters);
}

/** Bytes as base64url text without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Bytes of a base64url text; the text was checked before. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/** Bytes of a base64 text; the text was checked before. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
}
