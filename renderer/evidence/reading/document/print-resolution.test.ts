import { describe, expect, test } from 'vitest';
import type { Affine } from '#renderer/pdf/affine.ts';
import type { PlacedPicture } from '#renderer/pdf/page-content.ts';
import { dpiOfPrint } from '#renderer/evidence/reading/document/print-resolution.ts';

const a4 = { width: 595, height: 842 };
const whole: Affine = [1, 0, 0, -1, 0, 1];

function picture(dpi: number, change: Partial<PlacedPicture> = {}): PlacedPicture {
  const { toPage = whole } = change;
  const coverage = Math.abs(toPage[0] * toPage[3]);
  const width = (a4.width / 72) * Math.abs(toPage[0]) * dpi;
  const height = (a4.height / 72) * Math.abs(toPage[3]) * dpi;
  const own = { name: 'i', stencil: false, masked: false, toPage, coverage };
  return { ...own, width, height, ...change };
}

const resolution = (...pictures: readonly PlacedPicture[]): number | null => {
  const dpi = dpiOfPrint(pictures, a4);
  return dpi === null ? null : Math.round(dpi);
};

describe('the resolution of what is printed on a page', () => {
  test('is that of its scan', () => {
    expect(resolution(picture(60))).toBe(60);
  });

  test('is unknown where there is none, or only an emblem', () => {
    expect(resolution()).toBeNull();
    expect(resolution(picture(60, { toPage: [0.1, 0, 0, -0.1, 0, 0.1] }))).toBeNull();
  });

  test('is that of the coarsest of two scans beside each other', () => {
    const left: Affine = [0.5, 0, 0, -1, 0, 1];
    const right: Affine = [0.5, 0, 0, -1, 0.5, 1];
    expect(resolution(picture(200, { toPage: left }), picture(60, { toPage: right }))).toBe(60);
  });

  test('is that of the stencil over the coarse paper of a compact scan', () => {
    expect(resolution(picture(75), picture(300, { stencil: true }))).toBe(300);
  });

  test('is that of the many small stencils over it', () => {
    const lines = Array.from({ length: 8 }, (_, at) =>
      picture(300, { stencil: true, toPage: [0.5, 0, 0, -0.02, 0.1, 0.1 + at * 0.05] }),
    );
    expect(resolution(picture(75), ...lines)).toBe(300);
  });

  test('is that of a finer picture that covers the coarse one', () => {
    expect(resolution(picture(75), picture(200))).toBe(200);
  });

  test('stays low where only a sharp signature lies on a coarse scan', () => {
    const signature = picture(300, { toPage: [0.15, 0, 0, -0.08, 0.6, 0.8] });
    expect(resolution(picture(60), signature)).toBe(60);
  });
});
