/**
 * Text as it is searched: lower case, without diacritics and punctuation, single spaces. Used for what is searched and
 * for what is typed, so "Sitti Nur'aini", "SITI" and "nuraini" meet as far as their letters do.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Whether every word typed occurs; an empty search matches all. `key` and `words` come from `searchKey`. */
export function matchesSearch(key: string, words: readonly string[]): boolean {
  return words.every((word) => key.includes(word));
}

/** The words of a search. */
export function searchWords(search: string): readonly string[] {
  const key = searchKey(search);
  return key === '' ? [] : key.split(' ');
}
