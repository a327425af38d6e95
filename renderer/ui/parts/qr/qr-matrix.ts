// A QR code (ISO/IEC 18004) of one size: version 8 with error correction L, in bytes. It holds every address that we show; a
// library would bring forty versions, four levels and kanji for it.

const version = 8;
const size = 17 + 4 * version;
const blocks = 2;
const dataWords = 194;
const checkWords = 24;
const alignedAt = [6, 24, 42];
/** Of level L, in the format information. */
const level = 0b01;

/** Longest text in bytes of UTF-8. */
export const longestQrText = dataWords - 2;

/** Rows of a QR code, true is dark; without the quiet zone around it. Throws where the text is too long. */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > longestQrText) throw new Error(`Too long for a QR code: ${bytes.length}`);
  const words = withChecks(dataOf(bytes));
  const drawn = Array.from({ length: masks.length }, (_, mask) => draw(words, mask));
  return drawn.reduce((best, one) => (ugliness(one) < ugliness(best) ? one : best));
}

/** Mode, length, text and padding. */
function dataOf(bytes: Uint8Array): readonly number[] {
  const nibbles = [0b0100, bytes.length >> 4, bytes.length & 15];
  for (const byte of bytes) nibbles.push(byte >> 4, byte & 15);
  nibbles.push(0);
  const words = Array.from(
    { length: nibbles.length / 2 },
    (_, at) => nibbles[2 * at]! * 16 + nibbles[2 * at + 1]!,
  );
  for (let pad = 0; words.length < dataWords; pad += 1) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** The words of both blocks by turns, then those that correct them. */
function withChecks(data: readonly number[]): readonly number[] {
  const each = dataWords / blocks;
  const parts = Array.from({ length: blocks }, (_, at) => data.slice(at * each, (at + 1) * each));
  return [...byTurns(parts), ...byTurns(parts.map(checksOf))];
}

function byTurns(lists: readonly (readonly number[])[]): readonly number[] {
  return lists[0]!.flatMap((_, at) => lists.map((list) => list[at]!));
}

/** Reed-Solomon over GF(256), 0x11d. */
function checksOf(data: readonly number[]): readonly number[] {
  const rest = Array.from({ length: checkWords }, () => 0);
  for (const word of data) {
    const factor = word ^ rest.shift()!;
    rest.push(0);
    generator.forEach((coefficient, at) => (rest[at]! ^= times(coefficient, factor)));
  }
  return rest;
}

const generator = makeGenerator();

/** Coefficients of (x - 1)(x - 2)(x - 4)…, the highest power left out. */
function makeGenerator(): readonly number[] {
  const product = Array.from<unknown, number>({ length: checkWords }, (_, at) =>
    at === checkWords - 1 ? 1 : 0,
  );
  let root = 1;
  for (let degree = 0; degree < checkWords; degree += 1) {
    for (let at = 0; at < checkWords; at += 1) {
      product[at] = times(product[at]!, root) ^ (product[at + 1] ?? 0);
    }
    root = times(root, 2);
  }
  return product;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** Whether a mask turns the module at x, y. */
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

type Module = boolean | undefined;

function draw(words: readonly number[], mask: number): boolean[][] {
  const rows: Module[][] = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => undefined),
  );
  drawPatterns(rows);
  drawFormat(rows, mask);
  drawVersion(rows);
  fill(rows, words, masks[mask]!);
  return rows.map((row) => row.map((dark) => dark === true));
}

function drawPatterns(rows: Module[][]): void {
  for (let at = 0; at < size; at += 1) {
    rows[6]![at] = at % 2 === 0;
    rows[at]![6] = at % 2 === 0;
  }
  const [near, far] = [3, size - 4];
  for (const [x, y] of [[near, near] as const, [far, near] as const, [near, far] as const]) {
    square(rows, [x, y], 4, (ring) => ring !== 2 && ring !== 4);
  }
  for (const x of alignedAt) {
    for (const y of alignedAt) {
      const isFinder = [x, y].every((one) => one !== 24) && !(x === 42 && y === 42);
      if (!isFinder) square(rows, [x, y], 2, (ring) => ring !== 1);
    }
  }
}

/** Rings around a middle, as far as they lie on the code. */
function square(
  rows: Module[][],
  [x, y]: readonly [number, number],
  radius: number,
  isDark: (ring: number) => boolean,
): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      const row = rows[y + dy];
      if (row && x + dx >= 0 && x + dx < size) {
        row[x + dx] = isDark(Math.max(Math.abs(dx), Math.abs(dy)));
      }
    }
  }
}

function drawFormat(rows: Module[][], mask: number): void {
  const bits = withRemainder(level * 8 + mask, 10, 0x537) ^ 0x5412;
  const set = (x: number, y: number, bit: number): void => {
    rows[y]![x] = ((bits >> bit) & 1) === 1;
  };
  for (let bit = 0; bit < 15; bit += 1) {
    // Past the lines of timing.
    if (bit < 8) set(8, bit < 6 ? bit : bit + 1, bit);
    else set(bit === 8 ? 7 : 14 - bit, 8, bit);
    if (bit < 8) set(size - 1 - bit, 8, bit);
    else set(8, size - 15 + bit, bit);
  }
  rows[size - 8]![8] = true;
}

function drawVersion(rows: Module[][]): void {
  const bits = withRemainder(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const [a, b] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    const isDark = ((bits >> bit) & 1) === 1;
    rows[b]![a] = isDark;
    rows[a]![b] = isDark;
  }
}

/** A number followed by the remainder of its division by a polynomial. */
function withRemainder(value: number, length: number, divisor: number): number {
  let rest = value;
  for (let at = 0; at < length; at += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * divisor);
  return (value << length) | rest;
}

/** Bits go up and down in pairs of columns, from the right. */
function fill(
  rows: Module[][],
  words: readonly number[],
  mask: (x: number, y: number) => boolean,
): void {
  let at = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    const columns = size - 1 - 2 * pair;
    // The line of timing is nobody's column.
    const right = columns > 6 ? columns : columns - 1;
    for (let step = 0; step < size; step += 1) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (rows[y]![x] !== undefined) continue;
        const bit = ((words[at >> 3] ?? 0) >> (7 - (at % 8))) & 1;
        rows[y]![x] = (bit === 1) !== mask(x, y);
        at += 1;
      }
    }
  }
}

/** How hard a code is to read: squares of one colour, and long runs of it. */
function ugliness(rows: readonly (readonly boolean[])[]): number {
  let found = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dark = rows[y]![x];
      const right = rows[y]![x + 1] === dark;
      const below = rows[y + 1]?.[x] === dark;
      if (right && below && rows[y + 1]![x + 1] === dark) found += 3;
      const isRun = (dx: number, dy: number): boolean =>
        [1, 2, 3, 4].every((far) => rows[y + far * dy]?.[x + far * dx] === dark);
      found += Number(isRun(1, 0)) + Number(isRun(0, 1));
    }
  }
  return found;
}
