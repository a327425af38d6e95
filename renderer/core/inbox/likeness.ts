import { holds, matches, type NameWord } from '#renderer/core/inbox/search-key.ts';
import type { PersonKey, PersonSearch } from '#renderer/core/inbox/search-key.ts';
import { beginsNearly } from '#renderer/core/inbox/spelling.ts';

/**
 * How far a person is from what was typed: 0 is the very name, and the lower the more alike. From `similarFrom` on the
 * name only sounds so, or comes near it by a typing error.
 */
export type Distance = number;

/** From here on a person is only similar: not every word stands in the name as it was typed. */
export const similarFrom = 10_000;

// Shorter words would meet too many others: a letter more or less makes another name of them.
const forgivingFrom = 5;
// One of four letters is forgiven less, and only beside words that stand there.
const shortWord = 4;

/**
 * Whether the person may be meant: as `matches`, one typing error forgiven in each word of five letters or more, or in a
 * single one of four where the others stand there (`isShortSlip`). Each word
 * that only comes near has a word of the name for itself: "krsna kusnady" is not everybody called Kusnadi.
 */
export function nearlyMatches(key: PersonKey, { names, numbers }: PersonSearch): boolean {
  if (!numbers.every((number) => key.nip.includes(number))) return false;
  const others = names.filter((word) => !holds(key, word));
  const slipsShortly = others.length === 1 && slips(key, others[0]!);
  if (!slipsShortly && !others.every((word) => comesNear(key, word))) return false;
  return names.length < 2 || findApart(key, names);
}

function findApart(key: PersonKey, names: readonly NameWord[]): boolean {
  const parts = key.name.split(' ');
  const sounds = key.sound.split(' ');
  const places = names.map((word) =>
    parts.flatMap((part, at) => {
      const found =
        Number.isFinite(wordCost(part, sounds[at] ?? part, word)) ||
        word.otherwise.some((form) => ` ${sounds[at] ?? part}`.startsWith(form));
      return found ? [at] : [];
    }),
  );
  // What is found over two words of the name (Nur Hayati) has no single place.
  return canSeat(
    places.filter((at) => at.length > 0),
    new Set(),
  );
}

/** Whether everybody gets one of the places that he or she may have, and nobody the same. */
function canSeat([first, ...others]: readonly (readonly number[])[], taken: Set<number>): boolean {
  if (first === undefined) return true;
  return first.some((at) => !taken.has(at) && canSeat(others, new Set([...taken, at])));
}

/** Whether every word stands in the name as it was typed. */
export function standsThere(key: PersonKey, search: PersonSearch): boolean {
  return search.names.every(({ literal }) => key.names.includes(literal)) && matches(key, search);
}

/** How far a person whom the search finds (`matches`, `nearlyMatches`) is from it. */
export function distanceOf(key: PersonKey, search: PersonSearch): Distance {
  const names = key.name.split(' ');
  const sounds = key.sound.split(' ');
  const taken: number[] = [];
  let sum = search.numbers.reduce((total, number) => total + numberCost(key.nip, number), 0);
  let similar = false;
  for (const word of search.names) {
    const best = bestPlace(names, sounds, word, taken);
    taken.push(best.at);
    sum += best.cost;
    similar ||= best.cost >= costs.wholeByEar;
  }
  const swapped = taken.some((at, index) => index > 0 && at < taken[index - 1]!);
  const others = taken.length === 0 ? 0 : Math.min(9, names.length - new Set(taken).size);
  return (similar ? similarFrom : 0) + Math.min(sum, 90) * 100 + (swapped ? 50 : 0) + others;
}

/** What a word costs by where and how it is found. */
const costs = {
  whole: 0,
  begins: 1,
  within: 2,
  wholeByEar: 3,
  beginsByEar: 4,
  withinByEar: 5,
  wholeNearly: 7,
  nearly: 8,
} as const;

interface Place {
  readonly at: number;
  readonly cost: number;
}

// A word of the name answers for one word of the search while there are others.
function bestPlace(
  names: readonly string[],
  sounds: readonly string[],
  word: NameWord,
  taken: readonly number[],
): Place {
  let best: Place = { at: 0, cost: Number.POSITIVE_INFINITY };
  for (const [at, name] of names.entries()) {
    const cost = wordCost(name, sounds[at] ?? name, word) + (taken.includes(at) ? 0.5 : 0);
    if (cost < best.cost) best = { at, cost };
  }
  // Over two words of the name (Nur Hayati), or by a j for a y.
  return best.cost === Number.POSITIVE_INFINITY ? { at: 0, cost: costs.withinByEar } : best;
}

function wordCost(name: string, heard: string, { typed, sound, heard: forms }: NameWord): number {
  if (name === typed) return costs.whole;
  if (name.startsWith(typed)) return costs.begins;
  if (typed.length > 1 && name.includes(typed)) return costs.within;
  const bare = forms.map((form) => form.trim());
  if (bare.includes(heard)) return costs.wholeByEar;
  const long = bare.filter((form, index) => form === forms[index]);
  if (long.some((form) => heard.startsWith(form))) return costs.beginsByEar;
  if (long.some((form) => heard.includes(form))) return costs.withinByEar;
  if (isShortSlip(heard, sound)) return costs.wholeNearly;
  if (sound.length < forgivingFrom || !beginsNearly(heard, sound)) return Number.POSITIVE_INFINITY;
  return Math.abs(heard.length - sound.length) <= 1 ? costs.wholeNearly : costs.nearly;
}

/** A NIP is known by its beginning, by its end, or by the TMT in its middle. */
function numberCost(nip: string, number: string): number {
  if (nip.startsWith(number)) return costs.whole;
  return nip.endsWith(number) || nip.startsWith(number, 8) ? costs.begins : costs.within;
}

function slips(key: PersonKey, { sound }: NameWord): boolean {
  return (
    sound.length === shortWord && key.sound.split(' ').some((heard) => isShortSlip(heard, sound))
  );
}

/** Whether both are words of four letters with the same first one, and one letter is another or two have changed places. */
function isShortSlip(heard: string, sound: string): boolean {
  if (heard.length !== shortWord || sound.length !== shortWord || heard[0] !== sound[0])
    return false;
  const wrong = [1, 2, 3].filter((at) => heard[at] !== sound[at]);
  const [one = 0, other = 0] = wrong;
  if (wrong.length < 2) return true;
  return wrong.length === 2 && heard[one] === sound[other] && heard[other] === sound[one];
}

function comesNear(key: PersonKey, { sound, otherwise }: NameWord): boolean {
  return (
    (sound.length >= forgivingFrom && beginsNearly(key.sound, sound)) ||
    otherwise.some((form) => key.sounds.includes(form))
  );
}
