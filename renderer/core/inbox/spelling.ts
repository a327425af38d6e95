const beforeReform = /oe|dj|tj|sj/;

/** The spelling before 1972 in today's; `J` keeps the j that was a dj apart from the j that is a y now. */
const reform: readonly Fold[] = [
  [/dj/g, 'J'],
  [/tj/g, 'c'],
  [/nj/g, 'ny'],
  [/sj/g, 'sy'],
  [/j/g, 'y'],
  [/J/g, 'j'],
];

/** Ways in which one sound is written today, mostly in names from Arabic and Sanskrit. */
const sounds: readonly Fold[] = [
  [/nj/g, 'ny'],
  [/oe|oo/g, 'u'],
  [/ie/g, 'i'],
  [/ch|kh/g, 'h'],
  [/sh|sy|dz|z/g, 's'],
  [/ph|v/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/y/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
];

type Fold = readonly [RegExp, string];

/** Short forms that stand in lists for a whole name, after folding. */
const shortForms: Readonly<Record<string, string>> = {
  abd: 'abdul',
  m: 'muhamad',
  moh: 'muhamad',
  mohd: 'muhamad',
  mhd: 'muhamad',
  muh: 'muhamad',
  muhd: 'muhamad',
  nor: 'nur',
};
const muhamad = /^m[ou]ham[ae][dt]$/;

/**
 * One word of a search key (see `searchKey`) as it sounds: Soerjadi becomes what Suryadi becomes. Applied to what is
 * searched and to what is typed alike, so a fold can only make two names meet, never part them. A bare `j` is an old
 * `y` only in a word whose other letters are old too: Joko is no Yoko.
 */
export function foldSpelling(word: string): string {
  const modern = beforeReform.test(word) ? apply(reform, word) : word;
  return apply(sounds, modern);
}

function apply(folds: readonly Fold[], word: string): string {
  return folds.reduce((text, [pattern, sound]) => text.replaceAll(pattern, sound), word);
}

/** The name that a folded word is short for, or one of the spellings of; else the word itself. */
export function wholeName(word: string): string {
  return muhamad.test(word) ? 'muhamad' : (shortForms[word] ?? word);
}

/**
 * Whether some word of `text` begins with `word` when one typing error is forgiven: a letter too many, missing, wrong,
 * or two neighbours swapped. Both are folded; words of `text` are separated by one blank.
 */
export function beginsNearly(text: string, word: string): boolean {
  for (let start = 0; start !== -1 && start < text.length; start = nextWord(text, start)) {
    if (nearlyAt(text, start, word)) return true;
  }
  return false;
}

function nextWord(text: string, start: number): number {
  const blank = text.indexOf(' ', start);
  return blank === -1 ? -1 : blank + 1;
}

function nearlyAt(text: string, start: number, word: string): boolean {
  let same = 0;
  while (same < word.length && text[start + same] === word[same]) same += 1;
  if (same === word.length) return true;
  const at = start + same;
  return (
    goesOn(text, at + 1, word, same + 1) ||
    goesOn(text, at + 1, word, same) ||
    goesOn(text, at, word, same + 1) ||
    (text[at] === word[same + 1] &&
      text[at + 1] === word[same] &&
      goesOn(text, at + 2, word, same + 2))
  );
}

// Letter by letter instead of cutting the word: this runs for every name of 40,000 usul.
function goesOn(text: string, at: number, word: string, from: number): boolean {
  for (let index = from; index < word.length; index += 1) {
    if (text[at + index - from] !== word[index]) return false;
  }
  return true;
}
