import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTame, type JsonShape } from '#server/http/tame-json.ts';

const small: JsonShape = { depth: 3, containers: 4, keysOfOneObject: 2, values: 5, plainBytes: 9 };
const tame = (text: string, most = small) => isTame(Buffer.from(text), most);

describe('JSON is tame', () => {
  it.each([
    ['{"a":[{"b":1}]}', '{"a":[{"b":[]}]}', 'depth'],
    ['[[],[],[]]', '[[],[],[],[]]', 'containers'],
    ['{"a":1,"b":2}', '{"a":1,"b":2,"c":3}', 'keys of one object'],
    ['[{"a":1},{"a":1}]', '[{"a":1,"b":1,"c":1}]', 'keys of one object, not of all together'],
    ['[1,2,3,4,5,6]', '[1,2,3,4,5,6,7]', 'values'],
    ['[123456789,1]', '[12345678901,1]', 'digits'],
  ])('%s, and %s is not: %s', (fine, wild) => {
    expect([tame(fine), tame(wild)]).toEqual([true, false]);
  });

  it('whatever its strings say', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        expect(tame(JSON.stringify({ texts }))).toBe(true);
      }),
    );
    expect(tame(JSON.stringify(['[[[[[[', '\\"[[[[[', '"']))).toBe(true);
  });

  it('as far as it goes, when it is no JSON', () => {
    expect([tame(']]]]'), tame('"abc'), tame('"abc\\'), tame('}{{{{{{'), tame('')]).toEqual(
      Array(5).fill(true),
    );
  });
});
