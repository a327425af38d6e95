import { expect, it } from 'vitest';
import { isPrinted } from '#tests/bench/evidence/near-misses/printed-elsewhere.ts';

const text =
  'KEPUTUSAN Nomor 821.2 / 123 / BKD / 2021 tanggal 15 Maret 2021, TMT 01-04-2021, lahir 3 Pebruari 1985, 7 Maret s.d. 15 Juli 2022, gaji Rp 2.903.600,- nilai 87,50 NIP 19850412 201001 2 012 BUDI S A N T O S O III / b CITRA DEWI';

it.each([
  ['nomor', '821.2/123/BKD/2021'],
  ['tanggal', '2021-03-15'],
  ['tanggal', '2021-04-01'],
  ['tanggal', '1985-02-03'],
  ['tanggal', '2022-03-07'],
  ['uang', '2903600'],
  ['angka', '87.5'],
  ['nip', '198504122010012012'],
  ['nama', 'Budi Santoso'],
  ['golongan', 'III/b'],
] as const)('finds the %s %s, however it is printed', (kind, value) => {
  expect(isPrinted({ kind, value }, text)).toBe(true);
});

it.each([
  ['nomor', '821.2/124/BKD/2021'],
  ['tanggal', '2021-04-15'],
  ['tanggal', '2021-03-05'],
  ['uang', '903600'],
  ['angka', '7.5'],
  ['angka', '87'],
  ['tahun', '202'],
  ['nip', '198504122010012013'],
  ['nama', 'Citra Dew'],
  ['golongan', 'II/b'],
] as const)('does not take anything else for the %s %s', (kind, value) => {
  expect(isPrinted({ kind, value }, text)).toBe(false);
});
