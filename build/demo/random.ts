import { createHash } from 'node:crypto';

/** A repeatable source of choices: the same name always gives the same sequence. */
export interface Random {
  /** A number in [0, 1). */
  fraction(): number;
  /** A whole number between both ends, both included. */
  whole(from: number, to: number): number;
  /** Whether something with this probability (0..1) happens. */
  chance(probability: number): boolean;
  /** One of the items, all equally likely; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** One of the values, by weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** A copy in another order. */
  shuffle<T>(items: readonly T[]): T[];
  /** That many decimal digits. */
  digits(count: number): string;
}

/** Makes the source named by the parts; every thing planned has its own, so that one change does not move the others. */
export function makeRandom(...parts: readonly (string | number)[]): Random {
  const next = makeSfc32(createHash('sha256').update(parts.join('\u0000')).digest());
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    fraction: next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) if ((left -= weight) < 0) return value;
      return choices[choices.length - 1]![0];
    },
    shuffle(items) {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
  };
}

/** A 32-digit hexadecimal id, as SIASN has them, that always comes out the same for the same parts. */
export function makeObjectId(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32).toUpperCase();
}

/** A UUID (version 8: made from a hash) that always comes out the same for the same parts. */
export function makeUuid(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex');
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A UUIDv7 of that instant that always comes out the same for the same parts. */
export function makeUuidV7(at: Date, ...parts: readonly (string | number)[]): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${makeUuid(...parts).slice(15)}`;
}

/** The sfc32 generator (Chris Doty-Humphrey): small, quick, passes PractRand; not for secrets. */
function makeSfc32(seed: Buffer): () => number {
  let a = seed.readInt32LE(0);
  let b = seed.readInt32LE(4);
  let c = seed.readInt32LE(8);
  let counter = seed.readInt32LE(12);
  return () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return (result >>> 0) / 4_294_967_296;
  };
}
