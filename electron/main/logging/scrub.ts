/** Longest text of one log line, in characters. */
const longestLine = 2000;

/**
 * Takes out of a log line what could point to a person: runs of digits as long as a NIP, a NIK or a telephone number,
 * e-mail addresses, and line breaks (one entry, one line). A safety net: callers must not log such values at all.
 */
export function scrub(text: string): string {
  return text
    .slice(0, longestLine)
    .replaceAll(/\d(?:[ .-]?\d){7,}/gu, '[angka]')
    .replaceAll(/[^\s@]+@[^\s@]+\.[^\s@]+/gu, '[surel]')
    .replaceAll(/[\r\n\t]+/gu, ' ');
}
