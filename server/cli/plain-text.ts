/**
 * A text that somebody else wrote, as it may be printed: on one line, and without what a terminal obeys or what turns the
 * direction of reading.
 */
export function plainText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
