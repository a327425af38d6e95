import { describe, expect, it } from 'vitest';
import {
  encloses,
  heldWithin,
  lensBox,
  lensSize,
  lensSource,
  magnification,
  partOfPage,
  throughLens,
} from '#renderer/viewer/magnifier/lens-geometry.ts';

const view = { width: 700, height: 600 };

describe('the lens', () => {
  it('lies around the pointer', () => {
    const lens = lensBox({ x: 350, y: 300 }, view);
    expect(lens.left + lens.width / 2).toBe(350);
    expect(lens.top + lens.height / 2).toBe(300);
  });

  it('never reaches out of the view, however small that is', () => {
    expect(lensBox({ x: 0, y: 600 }, view)).toMatchObject({ left: 0, top: 600 - lensSize.height });
    expect(lensBox({ x: 50, y: 50 }, { width: 100, height: 90 })).toEqual({
      left: 0,
      top: 0,
      width: 100,
      height: 90,
    });
  });

  it.each([
    { x: 350, y: 300 },
    { x: 2, y: 599 },
    { x: 700, y: 10 },
  ])('shows what is under the pointer under the pointer ($x, $y)', (pointer) => {
    const lens = lensBox(pointer, view);
    const source = lensSource(pointer, lens);
    const point = throughLens({ left: pointer.x, top: pointer.y, width: 1, height: 1 }, source);
    expect(lens.left + point.left).toBeCloseTo(pointer.x, 6);
    expect(lens.top + point.top).toBeCloseTo(pointer.y, 6);
    expect(point.width).toBe(magnification);
  });

  it('moves by keys within the view', () => {
    expect(heldWithin({ x: 720, y: -5 }, view)).toEqual({ x: 700, y: 0 });
  });
});

describe('the part of a page to draw', () => {
  const page = { left: 20, top: 100, width: 600, height: 800 };

  it('is what the lens shows of it, with a margin, but nothing beyond the page', () => {
    const source = { left: 0, top: 150, width: 100, height: 60 };
    expect(partOfPage(source, page)).toEqual({ left: 20, top: 150, width: 80, height: 60 });
    expect(partOfPage(source, page, 0.5)).toEqual({ left: 20, top: 120, width: 130, height: 120 });
    expect(partOfPage({ left: 0, top: 0, width: 50, height: 50 }, page)).toBeNull();
  });

  it('need not be drawn again while the margin encloses it', () => {
    const drawn = { left: 100, top: 100, width: 200, height: 200 };
    expect(encloses(drawn, { left: 150, top: 120, width: 100, height: 100 })).toBe(true);
    expect(encloses(drawn, { left: 250, top: 120, width: 100, height: 100 })).toBe(false);
  });
});
