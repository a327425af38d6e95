import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longDate, monthName, parseDateText, shortDate } from '#shared/kernel/date-text.ts';
import { isLocalDate, makeLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { anyText } from '#tests/support/any-text.ts';

const anyDay: fc.Arbitrary<LocalDate> = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2100-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => makeLocalDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())!);

describe('parseDateText', () => {
  it.each([
    ['09-08-2021', '2021-08-09'],
    ['9-8-2021', '2021-08-09'],
    ['09/08/2021', '2021-08-09'],
    ['9/8/2021', '2021-08-09'],
    ['9.8.2021', '2021-08-09'],
    ['09 - 08 - 2021', '2021-08-09'],
    ['2021-08-09', '2021-08-09'],
    ['2022-04-01T00:00:00Z', '2022-04-01'],
    ['2022-04-01T00:00:00.000+07:00', '2022-04-01'],
    ['2022-04-01T23:59:59Z', '2022-04-01'],
    ['2022-04-01 00:00:00', '2022-04-01'],
    ['9 Agustus 2021', '2021-08-09'],
    ['09 AGUSTUS 2021', '2021-08-09'],
    ['  9   agustus   2021 ', '2021-08-09'],
    ['9 Agust 2021', '2021-08-09'],
    ['9 Agt 2021', '2021-08-09'],
    ['9 Ags. 2021', '2021-08-09'],
    ['9 Agu 2021', '2021-08-09'],
    ['9-Agu-2021', '2021-08-09'],
    ['9 Nopember 2008', '2008-11-09'],
    ['9 Nop. 2008', '2008-11-09'],
    ['9 November 2008', '2008-11-09'],
    ['28 Pebruari 2009', '2009-02-28'],
    ['1 Mei 2020', '2020-05-01'],
    ['1 Sept 2020', '2020-09-01'],
    ['Karangjati, 9 Agustus 2021', '2021-08-09'],
    ['Kota Contoh, 1-4-2020', '2020-04-01'],
    ['Jl. Contoh 1, Kota Contoh, 1 April 2020', '2020-04-01'],
    ['1\u00A0April\u00A02020', '2020-04-01'],
    ['29 Februari 2024', '2024-02-29'],
    ['29 Februari 2023', undefined],
    ['31-04-2020', undefined],
    ['31-02-2020', undefined],
    ['2020-13-01', undefined],
    ['01-13-2020', undefined],
    ['00-01-2020', undefined],
    ['1-4-20', undefined],
    ['April 2020', undefined],
    ['1 Aprill 2020', undefined],
    ['', undefined],
    ['-', undefined],
  ])('reads "%s" as %s', (text, expected) => {
    expect(parseDateText(text)).toBe(expected);
  });

  it('reads every day back from every form that it writes', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parseDateText(longDate(date))).toBe(date);
        expect(parseDateText(longDate(date).toUpperCase())).toBe(date);
        expect(parseDateText(`Kota Contoh, ${longDate(date)}`)).toBe(date);
        expect(parseDateText(shortDate(date))).toBe(date);
        expect(parseDateText(date)).toBe(date);
        expect(parseDateText(`${date}T00:00:00Z`)).toBe(date);
      }),
    );
  });

  it('never throws, and answers days of the calendar only', () => {
    fc.assert(
      fc.property(anyText(40), (text) => {
        const date = parseDateText(text);
        expect(date === undefined || isLocalDate(date)).toBe(true);
      }),
    );
  });
});

describe('writing', () => {
  it('writes the long and the short form', () => {
    const date = makeLocalDate(2020, 4, 1)!;
    expect(longDate(date)).toBe('1 April 2020');
    expect(shortDate(date)).toBe('01-04-2020');
  });

  it('names the months', () => {
    expect(monthName(1)).toBe('Januari');
    expect(monthName(12)).toBe('Desember');
    expect(monthName(13)).toBeUndefined();
  });
});
