import { distance } from 'fastest-levenshtein';
import search from 'approx-string-match';

/** What OCR takes for one another in letters; both sides of a comparison are folded, so real digits lose nothing. */
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  L: 'I',
  '|': 'I',
  '!': 'I',
  '5': 'S',
  '8': 'B',
  '2': 'Z',
};

/** Text as it is compared: capitals without accents, spaces or punctuation, characters that OCR confuses made one. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[012L58|!]/gu, (character) => lookalikes[character] ?? character)
    .replaceAll(/[^A-Z\d]/gu, '');
}

/** How many wrong letters a phrase of this length may have and still be it: short ones none, long ones three. */
export function tolerated(length: number): number {
  return length < 8 ? 0 : Math.min(3, Math.floor(length / 8));
}

/** Whether folded text holds a folded phrase, with as many errors as `errors` allows. */
export function holds(text: string, phrase: string, errors = tolerated(phrase.length)): boolean {
  if (phrase === '') return false;
  if (text.includes(phrase)) return true;
  return errors > 0 && hasPiece(text, phrase, errors) && search(text, phrase, errors).length > 0;
}

/** Cut into one piece more than there may be errors, at least one piece stands there unharmed: most phrases end here. */
function hasPiece(text: string, phrase: string, errors: number): boolean {
  const length = Math.floor(phrase.length / (errors + 1));
  return Array.from({ length: errors + 1 }, (_, index) => index * length).some((from, index) =>
    text.includes(phrase.slice(from, index === errors ? undefined : from + length)),
  );
}

/** How alike two folded texts are as a whole: 1 the same, 0 nothing in common (edit distance over the longer one). */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 1 : 1 - distance(one, other) / longer;
}
