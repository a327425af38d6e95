import { describe, expect, test } from 'vitest';
import { findPasswordFaults } from '#server/accounts/password-policy.ts';

const owner = {
  username: 'umpeg.disdik',
  nip: '198406082011041978',
  displayName: 'Wahyuningsih Adipati, S.Kom.',
};
const faultsOf = (password: string) => findPasswordFaults(password, owner);

describe('a password is taken', () => {
  test.each([
    'lumut perahu sedotan cermin',
    'Kopi-tubruk#selusin gelas',
    'x7Qm9vLr2kTd',
    'delapan kerbau menyeberang',
    'порожний чайник',
    'kereta\u00A0malam ke Cepu 19',
    'padi '.repeat(25).trim(),
  ])('%s', (password) => {
    expect(faultsOf(password)).toEqual([]);
  });
});

describe('a password is refused', () => {
  test.each([
    ['with eleven letters', 'x7Qm9vLr2kT', 'pendek'],
    ['with what nobody sees to make it long', 'x7Qm9vLr2\u200B\u200D\uFEFF\u2060', 'pendek'],
    ['with variation selectors to make it long', 'x7Qm9vLr2\uFE0F\uFE0F\u034F', 'pendek'],
    ['with gaps to make it long', 'x7Qm9   vLr  ', 'pendek'],
    ['longer than the field', 'lumut perahu '.repeat(10), 'panjang'],
    ['with the NIP', 'perahu198406082011041978', 'nip'],
    ['with the NIP as printed', '19840608 201104 1 978 lumut', 'nip'],
    ['with the date of birth out of the NIP', 'perahu-840608-lumut', 'nip'],
    ['with the NIP in full-width digits', 'perahu １９８４０６０８', 'nip'],
    ['with the NIP in digits of another script', 'perahu ١٩٨٤٠٦٠٨', 'nip'],
    ['with the NIP in digits of a script far away', 'perahu 𑄷𑄿𑄾𑄺𑄶𑄼𑄶𑄾', 'nip'],
    ['with the NIP between what nobody sees', 'perahu 1984\u200B0608', 'nip'],
    ['with a name in letters of another script', 'wаhуuningsih lumut', 'nama'],
    ['with a name between what nobody sees', 'wahyu\u200Bningsih lumut', 'nama'],
    ['that everybody knows, in letters of another script', 'раsswоrd1234', 'umum'],
    ['that everybody knows, in Greek ones', 'ραsswοrd1234', 'umum'],
    ['of one letter and what nobody sees', 'z\u200Bz\u200Cz\u200Dz\u2060zzzzzzzzzz', 'umum'],
    ['with a name', 'wahyuningsih-perahu', 'nama'],
    ['with a name in look-alikes', 'W4hyun1ngs1h perahu', 'nama'],
    ['with a name backwards', 'itapida lumut perahu', 'nama'],
    ['with the user name', 'lumut DISDIK perahu', 'nama'],
    ['that everybody knows', 'password1234', 'umum'],
    ['that everybody knows, in look-alikes', 'P@ssw0rd!2024', 'umum'],
    ['of the country', 'Indonesia1945!', 'umum'],
    ['of the country, in look-alikes', '1nd0n3s1a-M3rd3ka', 'umum'],
    ['of the office', 'bkpsdm-admin-2026', 'umum'],
    ['of a prayer', 'Bismillah123456', 'umum'],
    ['of love', 'akusayangkamuselamanya', 'umum'],
    ['of the keyboard', 'qwertyuiop123', 'umum'],
    ['of the keyboard backwards', 'poiuytrewq-lkjhgfdsa', 'umum'],
    ['of the alphabet', 'abcdefghijkl', 'umum'],
    ['of digits', '081234567890', 'umum'],
    ['of signs', '!@#$%^&*()_+', 'umum'],
    ['of one letter', 'zzzzzzzzzzzz', 'umum'],
    ['of four letters', 'abbaccddabbacc', 'umum'],
    ['of a common word again and again', 'rahasiarahasiarahasia', 'umum'],
    ['with accents', 'Pàsswörd-Pàsswörd', 'umum'],
  ] as const)('%s', (_title, password, fault) => {
    expect(faultsOf(password)).toContain(fault);
  });
});
