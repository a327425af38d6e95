import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ElementSplitter, type SplitLimits } from '#server/handover/split-elements.ts';

const roomy: SplitLimits = { elements: 1_000, elementBytes: 1_000_000, restBytes: 1_000_000 };

function split(text: string, pieceSize: number, limits: Partial<SplitLimits> = {}) {
  const splitter = new ElementSplitter(3, { ...roomy, ...limits });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceSize) {
    if (!splitter.push(bytes.subarray(at, at + pieceSize))) return undefined;
  }
  const { elements, rest } = splitter.end();
  return { elements: elements.map((element) => element.toString('utf8')), rest };
}

describe('text is taken apart', () => {
  it('into its elements and the rest', () => {
    const text = '{"v":1,"decisions":[{"a":[1,{"b":"]}"}]} , {"c":"\\"{"}],"e":[]}';
    expect(split(text, 7)).toEqual({
      elements: ['{"a":[1,{"b":"]}"}]}', '{"c":"\\"{"}'],
      rest: '{"v":1,"decisions":[0 , 1],"e":[]}',
    });
  });

  it('the same way however it is cut, whatever the elements say', () => {
    const list = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 40 }), (decisions, pieceSize) => {
        const found = split(JSON.stringify({ decisions }), pieceSize);
        expect(found?.elements).toEqual(decisions.map((one) => JSON.stringify(one)));
        expect(found?.rest).toBe(JSON.stringify({ decisions: decisions.map((_, at) => at) }));
      }),
    );
  });

  it('at the depth that is asked for', () => {
    const splitter = new ElementSplitter(2, roomy);
    splitter.push(Buffer.from('{"id":"x","a":[[1]],"b":{"c":{}}}'));
    const { elements, rest } = splitter.end();
    expect([elements.map(String), rest]).toEqual([['[[1]]', '{"c":{}}'], '{"id":"x","a":0,"b":1}']);
  });

  it('also when it is no JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, size) => {
        split(text, size);
      }),
    );
    expect(split(']]]]}}}}[[[[{{{{"', 1)).toBeDefined();
  });
});

describe('reading ends', () => {
  it('at one element too many', () => {
    expect(split('{"decisions":[{},{}]}', 1, { elements: 2 })).toBeDefined();
    expect(split('{"decisions":[{},{},{}]}', 1, { elements: 2 })).toBeUndefined();
  });

  it('in an element that is too long, before it ends', () => {
    const open = `{"decisions":[{"note":"${'a'.repeat(100)}`;
    expect(split(open, 10, { elementBytes: 200 })).toBeDefined();
    expect(split(open, 10, { elementBytes: 50 })).toBeUndefined();
  });

  it('in too much of anything else', () => {
    expect(split(`{"decisions":[${'1,'.repeat(100)}`, 10, { restBytes: 50 })).toBeUndefined();
  });
});
