import { expect, test } from 'vitest';
import { arrangeTree } from '#server/imports/kinds/arrange-tree.ts';

function arranged(
  parents: Readonly<Record<string, string | null>>,
  stored: Readonly<Record<string, string | null>> = {},
) {
  const nodes = Object.entries(parents).map(([id, parentId]) => ({ id, parentId, row: id }));
  return arrangeTree(nodes, new Map(Object.entries(stored))).map(({ id, problem }) =>
    problem ? `${id}: ${problem.kind}` : id,
  );
}

test('parents come first, wherever they stand', () => {
  expect(arranged({ c: 'b', b: 'a', a: null, d: 'x' }, { x: 'y', y: null })).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('a circle is refused, whatever closes it, and all that hangs on it', () => {
  expect(arranged({ a: 'b', b: 'a', c: 'a', d: null })).toEqual([
    'd',
    'a: melingkar',
    'b: melingkar',
    'c: melingkar',
  ]);
  // The file puts b under c, while the database has c under b.
  expect(arranged({ b: 'c' }, { b: null, c: 'b' })).toEqual(['b: melingkar']);
  // The file takes it apart again.
  expect(arranged({ b: 'c', c: null }, { b: null, c: 'b' })).toEqual(['c', 'b']);
});

test('whose parent is nobody is refused, and who stands under one that is', () => {
  expect(arranged({ a: 'zz', b: 'a', c: null })).toEqual(['c', 'a: tidak_ada', 'b: induk_ditolak']);
});

test('a tree that is deeper than places of usul reach is refused below that', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 22 }, (_, n) => [`n${n}`, n === 0 ? null : `n${n - 1}`]),
  );
  const result = arranged(chain);
  expect(result.filter((one) => one.includes(': '))).toEqual([
    'n20: terlalu_dalam',
    'n21: terlalu_dalam',
  ]);
});

test('a long circle ends', () => {
  const ring = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, n) => [`n${n}`, `n${(n + 1) % 5_000}`]),
  );
  expect(new Set(arranged(ring).map((one) => one.split(': ')[1]))).toEqual(new Set(['melingkar']));
});
