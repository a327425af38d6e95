import type { Random } from '#build/demo/random.ts';
import type { NearMiss } from '#tests/bench/evidence/near-misses/near-miss.ts';

/**
 * Values with one digit changed, two neighbours swapped, one dropped, one doubled, at drawn places; `each` of every way.
 * `isSame` tells values that only look different (2.50 and 2.5).
 */
export function wrongDigits(
  value: string,
  each: number,
  random: Random,
  isSame: (wrong: string) => boolean,
): readonly NearMiss[] {
  const places = value.split('').flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
  const at = (edit: (place: number) => string): readonly string[] => {
    const drawn = random.shuffle(places).map(edit);
    const wrong = drawn.filter((one) => one !== value && /\d/.test(one) && !isSame(one));
    return [...new Set(wrong)].slice(0, each);
  };
  const changed = at((place) => {
    const digit = String((Number(value[place]) + random.whole(1, 9)) % 10);
    return splice(value, place, 1, digit);
  });
  const swapped = at((place) =>
    /\d/.test(value[place + 1] ?? '')
      ? splice(value, place, 2, `${value[place + 1]}${value[place]}`)
      : value,
  );
  const dropped = at((place) => splice(value, place, 1, ''));
  const doubled = at((place) => splice(value, place, 1, `${value[place]}${value[place]}`));
  return [
    ...changed.map((wrong): NearMiss => ({ kind: 'digit changed', value: wrong })),
    ...swapped.map((wrong): NearMiss => ({ kind: 'digits swapped', value: wrong })),
    ...dropped.map((wrong): NearMiss => ({ kind: 'digit dropped', value: wrong })),
    ...doubled.map((wrong): NearMiss => ({ kind: 'digit doubled', value: wrong })),
  ];
}

function splice(text: string, at: number, count: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + count);
}
