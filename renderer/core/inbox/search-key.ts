import { foldSpelling, wholeName } from '#renderer/core/inbox/spelling.ts';
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
  /** The name as it sounds, short forms written out; word by word as `name`. */
  readonly sound: string;
  /** `name` and `sound` with a blank at either end: where a word begins and ends can be asked for. */
  readonly names: string;
  readonly sounds: string;
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
  const names = ` ${name} `;
  return {
    name,
    sound: heard,
    names,
    sounds: heard === name ? names : ` ${heard} `,
    joined: heard.replaceAll(' ', ''),
    nip: nip.replaceAll(/\D/g, ''),
  };
}

/** One word of a search. */
export interface NameWord {
  readonly typed: string;
  /** What a name written so holds: the word; a single letter only where a word of the name begins. */
  readonly literal: string;
  /** What a name that sounds so holds: the word folded, and written out; one of two letters only as a whole word. */
  readonly heard: readonly string[];
  /** The word as it sounds; empty when too little of it is left to go by. */
  readonly sound: string;
  /** How it would sound if its j were the old y, or the other way round; whole beginnings of a word. */
  readonly otherwise: readonly string[];
}

/** A search, taken apart: all names and all numbers must be found. */
export interface PersonSearch {
  readonly names: readonly NameWord[];
  /** Digits of a NIP; those typed in groups ("19750505 200003") are one number. */
  readonly numbers: readonly string[];
}

const joinedFrom = 6;
const wholeUpTo = 2;

/** Takes a search apart; null when it is empty and everything matches. */
export function parseSearch(search: string): PersonSearch | null {
  const words = search.split(/\s+/u).filter((word) => searchKey(word) !== '');
  if (words.length === 0) return null;
  const numbers = words.map((word) => (isNumber(word) ? word.replaceAll(/\D/g, '') : ' '));
  const names = withoutTitles(words.filter((word) => !isNumber(word))).map(searchKey);
  return {
    names: [...new Set(names)].map(nameWord),
    numbers: numbers.join('').split(' ').filter(Boolean),
  };
}

/** Whether the person is meant, spelling aside: every word occurs in the name, every number in the NIP. */
export function matches(key: PersonKey, { names, numbers }: PersonSearch): boolean {
  return (
    numbers.every((number) => key.nip.includes(number)) && names.every((word) => holds(key, word))
  );
}

/** Whether the name holds the word, as it is written or as it sounds. */
export function holds(key: PersonKey, { literal, heard, sound }: NameWord): boolean {
  return (
    key.names.includes(literal) ||
    heard.some((form) => key.sounds.includes(form)) ||
    (sound.length >= joinedFrom && key.joined.includes(sound))
  );
}

/** One word of a search key as it sounds, short forms written out. */
export function soundOf(word: string): string {
  return wholeName(foldSpelling(word));
}

function nameWord(typed: string): NameWord {
  const sound = typed.length > 1 ? soundLeft(typed) : '';
  const forms = sound === '' ? [] : [...new Set([sound, wholeName(sound)])];
  return {
    typed,
    // A single letter is a beginning: within a word nearly every name has it.
    literal: typed.length > 1 ? typed : ` ${typed}`,
    heard: forms.map((form) => (form.length <= wholeUpTo ? ` ${form} ` : form)),
    sound,
    otherwise: yAndJ(typed)
      .map(soundLeft)
      .filter((form) => form.length > wholeUpTo)
      .map((form) => ` ${form}`),
  };
}

// What folds away says nothing any more: "zzzz" would be an s, and "kh" on the way to Khairul an h.
function soundLeft(typed: string): string {
  const sound = foldSpelling(typed);
  return sound.length > 1 && sound.length * 2 >= typed.length ? sound : '';
}

/** The same word with the y that an old j may be, and with the j that a y may stand for; none for a short word. */
function yAndJ(typed: string): readonly string[] {
  if (typed.length < 4 || !/[jy]/.test(typed)) return [];
  const old = typed.replaceAll('j', 'y');
  const within = typed.slice(0, 1) + typed.slice(1).replaceAll('j', 'y');
  const forms = new Set([old, within, typed.replace(/^y/, 'j')]);
  forms.delete(typed);
  return [...forms];
}

function isNumber(word: string): boolean {
  return /^[\d.-]+$/.test(word);
}
