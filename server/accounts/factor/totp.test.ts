import { expect, test } from 'vitest';
import { codeOf, inBase32, stepAt, stepOfCode } from '#server/accounts/factor/totp.ts';

/** RFC 6238, appendix B, SHA-1. */
const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at second %d the code is the one of RFC 6238', (second, code) => {
  expect(codeOf(secret, stepAt(new Date(second * 1_000)), 8)).toBe(code);
});

test('a code counts in its step, and in the one before and after it', () => {
  const step = stepAt(new Date('2027-03-01T08:00:00Z'));
  const code = codeOf(secret, step);
  const found = [-61, -60, -31, -1, 0, 29, 30, 59, 60].map((seconds) =>
    stepOfCode(secret, code, new Date((step * 30 + seconds) * 1_000)),
  );
  const no = undefined;
  expect(found).toEqual([no, no, no, step, step, step, step, step, no]);
  for (const wrong of ['', '1', `${code}0`, code.slice(1), '١٢٣٤٥٦']) {
    expect(stepOfCode(secret, wrong, new Date(step * 30_000))).toBeUndefined();
  }
});

test('a secret is written as authenticators read it', () => {
  // RFC 4648, 10.
  expect(inBase32(Buffer.from('fooba'))).toBe('MZXW6YTB');
  expect(inBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});
