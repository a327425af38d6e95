import { describe, expect, it } from 'vitest';
import {
  extendTo,
  stepWord,
  wordAtEnd,
  wordFrom,
  type StepWord,
} from '#renderer/features/workbench/evidence/word-steps.ts';
import { turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';

const names = ['nomor', 'titik', 'angka', 'tentang', 'nama', 'orang'] as const;
type Name = (typeof names)[number];

// NOMOR : 821/1     (leans a little, as scans do)
//       TENTANG
// Nama          RINA
const boxes: Readonly<Record<Name, PlaceBox>> = {
  nomor: [0.3, 0.1, 0.38, 0.12],
  titik: [0.39, 0.101, 0.4, 0.121],
  angka: [0.41, 0.104, 0.6, 0.124],
  tentang: [0.4, 0.13, 0.5, 0.15],
  nama: [0.1, 0.2, 0.2, 0.22],
  orang: [0.6, 0.2, 0.7, 0.22],
};
const lines: Readonly<Record<Name, number>> = {
  nomor: 4,
  titik: 4,
  angka: 4,
  tentang: 5,
  nama: 9,
  orang: 7,
};
// As they were read, not as they stand: columns are read one after the other.
const words: readonly StepWord[] = names
  .toReversed()
  .map((name) => ({ box: boxes[name], line: lines[name] }));
const upright = { words, degrees: 0 };

function nameOf(box: PlaceBox | null): Name | null {
  return names.find((name) => boxes[name] === box) ?? null;
}

describe('stepping from word to word', () => {
  it('goes along a line and on to the next one', () => {
    const walk: (Name | null)[] = ['nomor'];
    for (let step = 0; step < 6; step += 1) {
      const at = walk.at(-1);
      walk.push(at ? nameOf(stepWord(upright, boxes[at], 'kanan')) : null);
    }
    expect(walk.slice(0, 4)).toEqual(['nomor', 'titik', 'angka', 'tentang']);
    expect(new Set(walk.slice(4, 6))).toEqual(new Set(['nama', 'orang']));
    expect(walk[6]).toBeNull();
    expect(nameOf(stepWord(upright, boxes.tentang, 'kiri'))).toBe('angka');
    expect(stepWord(upright, boxes.nomor, 'kiri')).toBeNull();
  });

  it('goes up and down to the nearest word of another line', () => {
    expect(nameOf(stepWord(upright, boxes.nomor, 'bawah'))).toBe('tentang');
    expect(nameOf(stepWord(upright, boxes.tentang, 'bawah'))).toBe('orang');
    expect(nameOf(stepWord(upright, boxes.orang, 'atas'))).toBe('tentang');
    expect(stepWord(upright, boxes.angka, 'atas')).toBeNull();
  });

  it('starts from the word nearest to a place that is no word', () => {
    expect(nameOf(stepWord(upright, [0.38, 0.09, 0.42, 0.13], 'kanan'))).toBe('angka');
  });

  it('extends along a line to its end, and to other lines up and down', () => {
    expect(nameOf(extendTo(upright, boxes.nomor, 'kanan'))).toBe('titik');
    expect(nameOf(extendTo(upright, boxes.titik, 'kanan'))).toBe('angka');
    expect(extendTo(upright, boxes.angka, 'kanan')).toBeNull();
    expect(extendTo(upright, boxes.tentang, 'kiri')).toBeNull();
    expect(nameOf(extendTo(upright, boxes.angka, 'bawah'))).toBe('tentang');
  });

  it('follows the page as the person turned it', () => {
    // Scanned upside down: what is read first stands below.
    const scanned = words.map(({ box, line }) => ({ box: turnBox(box, 180), line }));
    const at = scanned.find(({ box }) => box[0] === turnBox(boxes.nomor, 180)[0])!;
    const next = stepWord({ words: scanned, degrees: 180 }, at.box, 'kanan');
    expect(next && turnBox(next, -180)[0]).toBeCloseTo(boxes.titik[0]);
  });

  it('begins with the first word in view', () => {
    expect(nameOf(wordFrom(upright, 0))).toBe('nomor');
    expect(nameOf(wordFrom(upright, 0.125))).toBe('tentang');
    expect(['nama', 'orang']).toContain(nameOf(wordFrom(upright, 0.9)));
    expect(nameOf(wordAtEnd(upright, 'awal'))).toBe('nomor');
    expect(wordAtEnd({ words: [], degrees: 0 }, 'akhir')).toBeNull();
    expect(stepWord({ words: [], degrees: 0 }, boxes.nomor, 'kanan')).toBeNull();
  });
});
