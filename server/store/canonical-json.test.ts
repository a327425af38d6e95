import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#server/store/canonical-json.ts';

test('the order of keys does not matter, at any depth', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, { f: 1, e: null }], c: 'x' } })).toBe(
    '{"a":{"c":"x","d":[2,{"e":null,"f":1}]},"b":1}',
  );
});

test('it is JSON of the same value, and stable', () => {
  assert(
    property(jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
