import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasKnownProvince, parseNik } from '#shared/records/identity/nik.ts';
import { anyText } from '#tests/support/any-text.ts';

describe('parseNik', () => {
  it('reads a man', () => {
    expect(parseNik('99.01.01.120385.0001')).toEqual({
      ok: true,
      value: {
        digits: '9901011203850001',
        province: '99',
        regency: '01',
        district: '01',
        birthDates: ['1985-03-12'].concat('2085-03-12'),
        sex: 'M',
        serial: '0001',
      },
    });
  });

  it('takes 40 off the day of a woman', () => {
    const nik = parseNik('9901015204860002');
    expect(nik.ok && [nik.value.sex, nik.value.birthDates[0]]).toEqual(['F', '1986-04-12']);
  });

  it('knows 29 February only of the century that had it', () => {
    const nik = parseNik('9901012902000001');
    expect(nik.ok && nik.value.birthDates).toEqual(['2000-02-29']);
  });

  it.each([
    ['990101120385001', 'panjang', 'NIK terdiri atas 16 angka, bukan 15.'],
    ['99010112038500O1', 'bukan_angka', 'NIK "99010112038500O1" memuat tanda selain angka.'],
    ['9901013202850001', 'tanggal_lahir', 'Angka 7–12 NIK (320285) bukan tanggal lahir.'],
    ['9901014003850001', 'tanggal_lahir', 'Angka 7–12 NIK (400385) bukan tanggal lahir.'],
    ['9901017203850001', 'tanggal_lahir', 'Angka 7–12 NIK (720385) bukan tanggal lahir.'],
    ['9901011213850001', 'tanggal_lahir', 'Angka 7–12 NIK (121385) bukan tanggal lahir.'],
    ['9901011203850000', 'nomor_urut', 'Nomor urut NIK tidak boleh 0000.'],
  ])('says why %s is none', (text, kind, sentence) => {
    expect(parseNik(text)).toEqual({ ok: false, error: { kind, sentence } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText(30), (text) => {
        const nik = parseNik(text);
        expect(!nik.ok || /^\d{16}$/.test(nik.value.digits)).toBe(true);
      }),
    );
  });
});

describe('hasKnownProvince', () => {
  it.each([
    ['11', true, true],
    ['97', true, true],
    ['10', false, false],
    ['98', false, false],
    ['99', true, false],
  ])('%s: %s, strictly %s', (province, lenient, strict) => {
    const nik = parseNik(`${province}01011203850001`);
    if (!nik.ok) throw new Error(nik.error.sentence);
    expect(hasKnownProvince(nik.value, false)).toBe(lenient);
    expect(hasKnownProvince(nik.value, true)).toBe(strict);
  });
});
