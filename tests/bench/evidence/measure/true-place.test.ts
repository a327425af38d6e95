import { expect, it } from 'vitest';
import type { EvidencePlace } from '#renderer/evidence/matching/field-evidence.ts';
import type { FixtureFile } from '#tests/bench/evidence/fixtures/read-fixtures.ts';
import { isTruePlace, turnedBox } from '#tests/bench/evidence/measure/true-place.ts';

const truth = {
  k: 'tmt',
  kind: 'tanggal',
  proposed: '2021-04-01',
  printed: '1 April 2021',
  boxes: [[0.8, 0.5, 0.9, 0.512] as [number, number, number, number]],
};

function file(degrees: number, variant = 's200'): FixtureFile {
  const document = { id: 'x', title: 'X', landscape: false, fields: [truth] };
  return { name: 'x', document, variant, degrees, path: 'x.pdf' };
}

function place(left: number, top: number, page = 1): EvidencePlace {
  return { page, boxes: [[left, top, left + 0.1, top + 0.012]], printed: '', label: null };
}

it('takes the very place, and a third of a line beside it', () => {
  expect(isTruePlace(place(0.8, 0.5), truth, file(0))).toBe(true);
  expect(isTruePlace(place(0.8, 0.504), truth, file(0))).toBe(true);
});

it('does not take the line above or below, the next word but one, or another page', () => {
  expect(isTruePlace(place(0.8, 0.515), truth, file(0))).toBe(false);
  expect(isTruePlace(place(0.8, 0.485), truth, file(0))).toBe(false);
  expect(isTruePlace(place(0.6, 0.5), truth, file(0))).toBe(false);
  expect(isTruePlace(place(0.8, 0.5, 2), truth, file(0))).toBe(false);
});

it('turns the true place with the page: on the right, down when it is turned clockwise', () => {
  const [, top] = turnedBox([0.8, 0.5, 0.9, 0.512], 2, false);
  expect(top).toBeGreaterThan(0.505);
  expect(isTruePlace(place(0.8, 0.509), truth, file(2))).toBe(true);
  expect(isTruePlace(place(0.8, 0.491), truth, file(2))).toBe(false);
});

it('leaves the middle of the page where it is, whichever way it lies', () => {
  const middle = [0.5, 0.5, 0.5, 0.5] as const;
  for (const landscape of [false, true]) {
    const turned = turnedBox([...middle], 5, landscape);
    for (const side of turned) expect(side).toBeCloseTo(0.5);
  }
});

it('is more patient with a photograph', () => {
  expect(isTruePlace(place(0.8, 0.508), truth, file(0, 'phone150'))).toBe(true);
  expect(isTruePlace(place(0.8, 0.52), truth, file(0, 'phone150'))).toBe(false);
});
