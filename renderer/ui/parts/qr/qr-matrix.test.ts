import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { longestQrText, qrMatrix } from '#renderer/ui/parts/qr/qr-matrix.ts';

const digestOf = (text: string): string => {
  const rows = qrMatrix(text).map((row) => row.map(Number).join(''));
  return createHash('sha256').update(rows.join('\n')).digest('hex');
};

/** As they were read back by another's reader (jsQR 1.4.0), each to the same text. */
test.each([
  ['a', '89547c7e7863bea9748fa468fc4b65cd6cfd563ca7a69e8f511d43656a6cbd48'],
  [
    'otpauth://totp/Meja%20Verifikator:198013012005011000?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Meja%20Verifikator',
    '918f059a1e458239ac135aa74b89d8645a0dcad707341d8fe528f7d1fd876e27',
  ],
  ['x'.repeat(longestQrText), '7d6a121d564aa3a249515d11e84c8dcb675c32ed454441bcd29a0e61d392792e'],
  ['é'.repeat(96), '9a5737c3de1347f4594e0598c20917d7b8a33d12bc8fec0190ff3bff15679fb7'],
])('%s is drawn as a reader reads it', (text, digest) => {
  expect(digestOf(text)).toBe(digest);
});

test('a text that does not fit is refused; the longest user name of ours fits', () => {
  expect(() => qrMatrix('x'.repeat(longestQrText + 1))).toThrow(/Too long/);
  const label = `Meja%20Verifikator:${'x'.repeat(60)}`;
  const address = `otpauth://totp/${label}?secret=${'A'.repeat(32)}&issuer=Meja%20Verifikator`;
  expect(qrMatrix(address)).toHaveLength(49);
});
