import { beginsNearly, foldSpelling, wholeName } from '#renderer/core/inbox/spelling.ts';
import { withoutTitles } from '#renderer/core/inbox/search-titles.ts';

/**
 * Text as it is searched and sorted: lower case, without diacritics and punctuation, single spaces. Used for what is
 * searched and for what is typed.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** What the search knows of a person; worked out once per row, because 40,000 are looked through at every key. */
export interface PersonKey {
  /** The name as `searchKey` has it; what names are sorted by. */
  readonly name: string;
  /** The name as it sounds, short forms written out. */
  readonly sound: string;
  /** `name` and `sound`. */
  readonly either: string;
  /** `sound` without blanks: Nur Hayati is Nurhayati to a reader. */
  readonly joined: string;
  readonly nip: string;
}

/** What the search knows of a person. `sound` may remember the words that it was given: names repeat themselves. */
export function personKey(
  { nama, nip }: { readonly nama: string; readonly nip: string },
  sound: (word: string) => string = soundOf,
): PersonKey {
  const name = searchKey(nama);
  // Word by word: the old spelling of one name says nothing about the next.
  const heard = name.split(' ').map(sound).join(' ');
  return {
    name,
    sound: heard,
    either: heard === name ? name : `${name} ${heard}`,
    joined: heard.replaceAll(' ', ''),
    nip: nip.replaceAll(/\D/g, ''),
  };
}

interface NameWord {
  /** As typed, as it sounds, and written out; each only once. */
  readonly forms: readonly string[];
  readonly sound: string;
}

/** A search, taken apart: all names and all numbers must be found. */
export interface PersonSearch {
  readonly names: readonly NameWord[];
  /** Digits of a NIP; those typed in groups ("19750505 200003") are one number. */
  readonly numbers: readonly string[];
}

// Shorter words would meet too many others: a letter more or less makes another name of them.
const forgivingFrom = 5;
const joinedFrom = 6;

/** Takes a search apart; null when it is empty and everything matches. */
export function parseSearch(search: string): PersonSearch | null {
  const words = search.split(/\s+/u).filter((word) => searchKey(word) !== '');
  if (words.length === 0) return null;
  const numbers = words.map((word) => (isNumber(word) ? word.replaceAll(/\D/g, '') : ' '));
  const names = withoutTitles(words.filter((word) => !isNumber(word))).map(nameWord);
  return { names, numbers: numbers.join('').split(' ').filter(Boolean) };
}

/** Whether the person is meant, spelling aside: every word occurs in the name, every number in the NIP. */
export function matches(key: PersonKey, { names, numbers }: PersonSearch): boolean {
  return (
    numbers.every((number) => key.nip.includes(number)) && names.every((word) => holds(key, word))
  );
}

/** Whether the person may be meant: as `matches`, one typing error forgiven in each word of five letters or more. */
export function nearlyMatches(key: PersonKey, { names, numbers }: PersonSearch): boolean {
  return (
    numbers.every((number) => key.nip.includes(number)) &&
    names.every((word) => holds(key, word) || comesNear(key, word))
  );
}

/** One word of a search key as it sounds, short forms written out. */
export function soundOf(word: string): string {
  return wholeName(foldSpelling(word));
}

function holds(key: PersonKey, { forms, sound }: NameWord): boolean {
  return (
    forms.some((form) => key.either.includes(form)) ||
    (sound.length >= joinedFrom && key.joined.includes(sound))
  );
}

function comesNear(key: PersonKey, { sound }: NameWord): boolean {
  return sound.length >= forgivingFrom && beginsNearly(key.sound, sound);
}

function nameWord(word: string): NameWord {
  const typed = searchKey(word);
  const sound = foldSpelling(typed);
  // A single letter is a beginning, not yet a short form.
  const whole = typed.length > 1 ? wholeName(sound) : sound;
  return { forms: [...new Set([typed, sound, whole])], sound };
}

function isNumber(word: string): boolean {
  return /^[\d.-]+$/.test(word);
}
