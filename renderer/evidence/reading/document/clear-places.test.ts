import { expect, test } from 'vitest';
import type { PageContent } from '#renderer/pdf/page-content.ts';
import { isClear } from '#renderer/evidence/reading/document/clear-places.ts';

type Marks = PageContent['marks'];
const page = (marks: Marks, isLayered = false): PageContent => ({
  pictures: [],
  showsText: true,
  hidesText: false,
  onlyPictures: false,
  marks,
  isLayered,
});
const line = [0.2, 0.5, 0.6, 0.52] as const;
const clear = (...marks: Marks): boolean => isClear([...line], page(marks));

test('a line of print by itself is clear, beside other marks and within the lines of a table', () => {
  expect(clear()).toBe(true);
  expect(clear([0.2, 0.1, 0.6, 0.4], [0.7, 0.4, 0.9, 0.6])).toBe(true);
  expect(clear([0.1, 0.519, 0.9, 0.521], [0.199, 0.4, 0.201, 0.6])).toBe(true);
});

test('a line over or under something is not', () => {
  expect(clear([0.3, 0.49, 0.4, 0.53])).toBe(false);
  expect(clear([-Infinity, -Infinity, Infinity, Infinity])).toBe(false);
  expect(isClear([...line], page([], true))).toBe(false);
});
