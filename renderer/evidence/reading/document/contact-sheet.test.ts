import { describe, expect, it } from 'vitest';
import { contactSheet, joinedOnLines } from '#renderer/evidence/reading/document/contact-sheet.ts';
import { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import type { PageBox } from '#renderer/evidence/matching/document-reading.ts';

const name: PageBox = [0.3, 0.2, 0.6, 0.22];
const title: PageBox = [0.55, 0.2, 0.75, 0.22];

describe('pieces of one line that overlap', () => {
  it('are one piece, in whatever order they come', () => {
    expect(joinedOnLines([title, name])).toEqual([[0.3, 0.2, 0.75, 0.22]]);
    expect(joinedOnLines([name, title, [0.7, 0.2, 0.9, 0.22]])).toEqual([[0.3, 0.2, 0.9, 0.22]]);
  });

  it.each<[string, PageBox]>([
    ['further on in the line', [0.8, 0.2, 0.9, 0.22]],
    ['a line below', [0.55, 0.215, 0.75, 0.235]],
    ['of a larger type', [0.55, 0.19, 0.75, 0.23]],
  ])('are not joined with one %s', (_where, box) => {
    expect(joinedOnLines([name, box])).toHaveLength(2);
  });
});

describe('a sheet of pieces', () => {
  const shelf = new PictureShelf();
  const image = shelf.image('halaman', 400, 600);
  image.pixels.fill(255);
  const picture = { image, toPage: [1 / 400, 0, 0, 1 / 600, 0, 0] as const };

  it('leads each of its heights back to the piece that lies there', () => {
    const boxes: PageBox[] = [name, [0.1, 0.7, 0.5, 0.72]];
    const sheet = contactSheet(picture, boxes, { line: 44, wider: 1.4 }, shelf)!;
    const middle = (y: number): number => {
      const [, , , down, , top] = sheet.toPageAt(y);
      return top + down * y;
    };
    expect(middle(sheet.image.height * 0.25)).toBeGreaterThan(0.6);
    expect(middle(sheet.image.height * 0.25)).toBeLessThan(0.8);
    expect(middle(sheet.image.height * 0.75)).toBeCloseTo(0.21, 1);
  });

  it('is none of nothing', () => {
    expect(contactSheet(picture, [], { line: 44, wider: 1 }, shelf)).toBeNull();
  });
});
