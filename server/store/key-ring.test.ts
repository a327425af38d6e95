import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSealed, makeKeyRing } from '#server/store/key-ring.ts';

const [old, fresh] = [randomBytes(32), randomBytes(32)];
const secret = new Uint8Array(randomBytes(32));

test('what a key sealed it opens again, in its place alone', () => {
  const ring = makeKeyRing([old]);
  const sealed = ring.seal('satu', secret);
  expect(isSealed(sealed)).toBe(true);
  expect(sealed.startsWith(ring.mark)).toBe(true);
  expect(sealed).not.toContain(Buffer.from(secret).toString('base64url'));
  expect(ring.open('satu', sealed)).toEqual(secret);
  expect(ring.open('dua', sealed)).toBeUndefined();
  expect(ring.seal('satu', secret)).not.toBe(sealed);
});

test('after a rotation the key of before opens and the new one seals', () => {
  const before = makeKeyRing([old]).seal('satu', secret);
  const ring = makeKeyRing([fresh, old]);
  expect(ring.open('satu', before)).toEqual(secret);
  expect(makeKeyRing([old]).open('satu', ring.seal('satu', secret))).toBeUndefined();
});

test('what was altered or is no seal opens nothing', () => {
  const ring = makeKeyRing([old]);
  const sealed = ring.seal('satu', secret);
  const swapped = sealed.slice(0, -3) + (sealed.endsWith('AAA') ? 'BBB' : 'AAA');
  const clear = Buffer.from(secret).toString('base64');
  for (const text of [
    swapped,
    `${sealed}:x`.slice(0, 20),
    ring.mark,
    clear,
    '',
    'k1::',
    'k2:a:b',
  ]) {
    expect(ring.open('satu', text)).toBeUndefined();
  }
  expect(isSealed(clear)).toBe(false);
});
