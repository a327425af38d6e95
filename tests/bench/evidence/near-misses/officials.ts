import type { DocumentReading, ReadWord } from '#renderer/evidence/matching/document-reading.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { splitName } from '#tests/bench/evidence/fixtures/split-name.ts';
import type { Official } from '#tests/bench/evidence/near-misses/near-misses.ts';

const nipPattern = /(?<!\d)(\d{8})\s?(\d{6})\s?(\d)\s?(\d{3})(?!\d)/;

/**
 * Who signs a born-digital document: a NIP that is not the employee's, and the line that stands right above it; besides
 * those whom the truth names. Lines of other columns are not taken along.
 */
export function officialsOf(
  reading: DocumentReading,
  queries: readonly FieldQuery[],
): readonly Official[] {
  const own = new Set(queries.filter(({ of }) => of !== 'pejabat').map(({ value }) => value));
  const signing = reading.pages.flatMap(({ readings }) =>
    signatures(readings.find(({ pass }) => pass === 'lapisan_teks')?.words ?? []),
  );
  const named = queries
    .filter(({ of, kind }) => of === 'pejabat' && (kind === 'nama' || kind === 'nip'))
    .map(({ kind, value }): Official => ({
      nama: kind === 'nama' ? value : '',
      nip: kind === 'nip' ? value : '',
    }));
  return [...signing, ...named].filter(({ nama, nip }) => !own.has(nip) && !own.has(nama));
}

function signatures(words: readonly ReadWord[]): readonly Official[] {
  const numbers = [...new Set(words.map(({ line }) => line))];
  return numbers.flatMap((number): Official[] => {
    const line = words.filter((word) => word.line === number);
    const found = nipPattern.exec(line.map(({ text }) => text).join(' '));
    if (!found) return [];
    const nip = found.slice(1, 5).join('');
    const digits = line.filter(({ text }) => /\d/.test(text));
    return [{ nip, nama: nameAbove(digits.length > 0 ? digits : line, words) }];
  });
}

function nameAbove(line: readonly ReadWord[], words: readonly ReadWord[]): string {
  const left = Math.min(...line.map(({ box }) => box[0])) - 0.12;
  const right = Math.max(...line.map(({ box }) => box[2])) + 0.12;
  const top = Math.min(...line.map(({ box }) => box[1]));
  const height = Math.max(...line.map(({ box }) => box[3] - box[1]));
  const above = words.filter(
    ({ box }) =>
      box[0] > left && box[2] < right && box[3] <= top + height / 2 && box[3] > top - 2.5 * height,
  );
  const lowest = Math.max(...above.map(({ box }) => box[3]));
  const printed = above.filter(({ box }) => box[3] > lowest - height / 2).map(({ text }) => text);
  const { nama } = splitName(printed.join(' '));
  return /^[\p{L}'. ]{5,}$/u.test(nama) && nama.includes(' ') ? nama : '';
}
