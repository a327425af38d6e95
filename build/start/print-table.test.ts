import { expect, test } from 'vitest';
import { tableText } from '#build/start/print-table.ts';

test('columns are as wide as their widest cell', () => {
  expect(
    tableText([
      ['Nama', 'Sandi'],
      ['verifikator-1', 'x'],
    ]),
  ).toBe(['  Nama           Sandi', '  ─────────────  ─────', '  verifikator-1  x'].join('\n'));
});
