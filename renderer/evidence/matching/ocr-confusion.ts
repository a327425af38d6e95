const alike: Readonly<Record<string, string>> = {
  o: '0',
  q: '0',
  i: '1',
  l: '1',
  s: '5',
  b: '8',
  z: '2',
};

/**
 * Letters that OCR takes for digits, as that digit: for finding a place only. Never a digit for another digit, because
 * that would be another value. Expects lower case; keeps the length.
 */
export function foldConfused(plain: string): string {
  return plain.replaceAll(/[oqilsbz]/g, (letter) => alike[letter]!);
}

/** How letters look: "g" and "q" differ by the end of their tails, in some types by nothing. */
export function lookOf(plain: string): string {
  return foldConfused(plain.replaceAll('g', 'q'));
}

/**
 * What was read, where only the look of the letter is in doubt: in a word of letters a stroke read as digit or in the wrong
 * case ("MELATl", "8UDI") can only be that letter. `word` as read; the answer is in lower case, letters and digits only.
 */
export function readAsLetters(word: string): string {
  const capitals = /^[^a-km-z]*$/.test(word) && /[A-Z]/.test(word);
  const small = /^[A-Za-z]?[^A-HJ-Z]*$/.test(word) && /[a-z]/.test(word);
  const letters = word.replaceAll(/[^A-Za-z]/g, '').length;
  const figures = word.replaceAll(/[^0-9]/g, '').length;
  let read = word;
  if (capitals) read = read.replaceAll('l', 'I');
  if (small) read = read.charAt(0) + read.slice(1).replaceAll('I', 'l');
  if (letters >= 3 && letters > figures * 2) {
    read = read.replaceAll('0', 'o').replaceAll('|', capitals ? 'I' : 'l');
  }
  return read.toLowerCase();
}

/**
 * Whether a figure was read for a capital I that stands within letters: printed without serifs, "TI" cannot be told from
 * "T1", and no office numbers a letter so. Both texts with capital letters.
 */
export function isStrokeForLetter(wanted: string, at: number, read: string): boolean {
  const beside = wanted.charAt(at - 1) + wanted.charAt(at + 1);
  return wanted.charAt(at) === 'I' && /[1|!]/.test(read) && /[A-Z]/.test(beside);
}
