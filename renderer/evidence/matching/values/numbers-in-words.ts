const units: Readonly<Record<string, number>> = {
  nol: 0,
  kosong: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
};
const scales: readonly (readonly [string, number])[] = [
  ['miliar', 1e9],
  ['milyar', 1e9],
  ['juta', 1e6],
  ['ribu', 1e3],
];

/**
 * The number that Indonesian words name ("sembilan ratus lima"), a fraction after "koma"; undefined where any word is no
 * part of a number, so that a misread word never makes another number.
 */
export function numberInWords(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && word !== 'rupiah');
  if (words.length === 0) return undefined;
  const comma = words.indexOf('koma');
  if (comma < 0) return whole(words);
  const [before, after] = [whole(words.slice(0, comma)), words.slice(comma + 1)];
  const digits = after.map((word) => units[word]);
  if (before === undefined || digits.length === 0) return undefined;
  if (digits.every((digit) => digit !== undefined && digit < 10)) {
    return Number(`${before}.${digits.join('')}`);
  }
  const fraction = whole(after);
  return fraction === undefined ? undefined : Number(`${before}.${fraction}`);
}

/** Whether a word is part of a number in words. */
export function isNumberWord(word: string): boolean {
  const plain = word.toLowerCase();
  return (
    plain in units ||
    /^(?:belas|puluh|ratus|seratus|ribu|seribu|sejuta|juta|mil[iy]ar|koma)$/.test(plain)
  );
}

function whole(words: readonly string[]): number | undefined {
  let [rest, sum] = [words, 0];
  for (const [name, scale] of scales) {
    const at = rest.findIndex((word) => word === name || word === `se${name}`);
    if (at < 0) continue;
    const single = rest[at] !== name;
    const factor = single ? 1 : belowThousand(rest.slice(0, at));
    if (!factor || (single && at > 0)) return undefined;
    sum += factor * scale;
    rest = rest.slice(at + 1);
  }
  const last = rest.length === 0 ? 0 : belowThousand(rest);
  return last === undefined ? undefined : sum + last;
}

function belowThousand(words: readonly string[]): number | undefined {
  let [sum, pending] = [0, 0];
  for (const word of words) {
    const unit = units[word];
    if (unit !== undefined) {
      if (pending > 0) return undefined;
      pending = unit;
    } else if (word === 'seratus') sum += 100;
    else if (word === 'ratus' && pending > 0) [sum, pending] = [sum + pending * 100, 0];
    else if (word === 'puluh' && pending > 0) [sum, pending] = [sum + pending * 10, 0];
    else if (word === 'belas' && pending > 0) [sum, pending] = [sum + pending + 10, 0];
    else return undefined;
  }
  return sum + pending;
}
