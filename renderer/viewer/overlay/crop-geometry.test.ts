import { describe, expect, it } from 'vitest';
import { cropOf, cropTurn } from '#renderer/viewer/overlay/crop-geometry.ts';
import { turnBox, type PlaceBox } from '#renderer/viewer/overlay/place-geometry.ts';

const paper = { width: 600, height: 800 };
const room = { width: 400, height: 64 };
/** 60 × 10 points, in the right half of the page. */
const short: PlaceBox = [0.6, 0.5, 0.7, 0.5125];

describe('the piece of a page beside a field', () => {
  it('shows the print at a size that can be read, with the label left of it', () => {
    const crop = cropOf([short], { paper, degrees: 0, room })!;
    expect(crop.scale * 10).toBeCloseTo(19);
    expect(crop.size.width).toBeCloseTo(room.width);
    expect(crop.part[0]).toBeLessThan(0.4);
    expect(crop.part[2]).toBeGreaterThan(short[2]);
    expect(crop.size.height).toBeLessThan(room.height);
  });

  it('marks the place within itself', () => {
    const crop = cropOf([short], { paper, degrees: 0, room })!;
    const [left, top, right, bottom] = crop.marks[0]!;
    const [partLeft, , partRight] = crop.part;
    expect(partLeft + left * (partRight - partLeft)).toBeCloseTo(short[0]);
    expect(partLeft + right * (partRight - partLeft)).toBeCloseTo(short[2]);
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(1);
  });

  it('is smaller for a long value, and begins with its head where even that does not do', () => {
    const long: PlaceBox = [0.2, 0.5, 0.8, 0.5125];
    const crop = cropOf([long], { paper, degrees: 0, room })!;
    expect(crop.scale * 10).toBeGreaterThanOrEqual(12);
    expect(crop.part[0]).toBeLessThan(long[0]);
    const narrow = cropOf([long], { paper, degrees: 0, room: { width: 200, height: 64 } })!;
    expect(narrow.scale * 10).toBeCloseTo(12);
    expect(narrow.part[0]).toBeLessThan(long[0]);
    expect(narrow.part[2]).toBeLessThan(long[2]);
  });

  it('shows print that can be read where a person drew around two lines of it', () => {
    const drawn: PlaceBox = [0.4, 0.5, 0.8, 0.5325];
    const crop = cropOf([drawn], { paper, degrees: 0, room })!;
    expect(crop.scale * 11).toBeGreaterThanOrEqual(9);
    expect(crop.part[1]).toBeLessThan(drawn[1]);
    expect(crop.part[3]).toBeGreaterThan(drawn[3]);
  });

  it('stays on the page', () => {
    for (const box of [
      [0, 0, 0.05, 0.0125],
      [0.95, 0.9875, 1, 1],
    ] satisfies PlaceBox[]) {
      const { part } = cropOf([box], { paper, degrees: 0, room })!;
      expect(Math.min(...part)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...part)).toBeLessThanOrEqual(1);
    }
  });

  it.each([90, 180, 270])('is turned with the page (%i degrees)', (degrees) => {
    // Print that lies upright once the page is turned.
    const shown: PlaceBox = [0.4, 0.5, 0.5, 0.5125];
    const crop = cropOf([turnBox(shown, -degrees)], { paper, degrees, room })!;
    expect(crop.part[1]).toBeLessThan(0.5);
    expect(crop.part[3]).toBeGreaterThan(0.5125);
    expect(crop.part[0]).toBeLessThan(0.4);
  });

  it('keeps print upright that a turned page would lay on its side', () => {
    expect(cropTurn([short], paper, 90)).toBe(0);
    expect(cropTurn([short], paper, 270)).toBe(0);
    // Scanned upside down, or lying on its side.
    expect(cropTurn([short], paper, 180)).toBe(180);
    expect(cropTurn([[0.5, 0.6, 0.51, 0.7]], paper, 90)).toBe(90);
  });

  it('is none for a place without extent', () => {
    expect(cropOf([], { paper, degrees: 0, room })).toBeNull();
    expect(cropOf([[0.2, 0.5, 0.4, 0.5]], { paper, degrees: 0, room })).toBeNull();
  });
});
