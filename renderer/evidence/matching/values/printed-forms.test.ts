import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  date,
  integer,
  property,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { longDate, shortDate } from '#shared/kernel/date-text.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';

/** What stands beside numbers that any page has somewhere. */
const labels = ['sebanyak', 'nilai', 'JP', 'NIK'];

/** What a text layer with one line says of a value. */
function statusOf(kind: ValueKind, value: string, printed: string): string {
  const query = sampleQuery({ kind, value, of: 'dokumen', labels });
  return matchFields([query], sampleText(printed))[0]!.status;
}

interface Forms {
  readonly name: string;
  readonly kind: ValueKind;
  readonly values: Arbitrary<string>;
  /** Ways in which papers print a value. */
  readonly forms: readonly ((value: string) => string)[];
}

const grouped = (whole: string, mark: string): string =>
  whole.replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, mark);

const thousandths = (value: string): readonly [whole: string, rest: string] => {
  const [whole = '', rest = ''] = value.split('.');
  return [whole, rest];
};

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const partsOf = (
  value: string,
): { readonly year: string; readonly month: string; readonly day: string } => {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month: englishMonths[Number(month) - 1]!, day: String(Number(day)) };
};

const long = (value: string): string => (isLocalDate(value) ? longDate(value) : '');
const short = (value: string): string => (isLocalDate(value) ? shortDate(value) : '');

const digits = (length: number): Arbitrary<string> =>
  array(integer({ min: 0, max: 9 }), { minLength: length - 2, maxLength: length - 2 }).map(
    (rest) => `19${rest.join('')}`,
  );

const printedForms: readonly Forms[] = [
  {
    name: 'money',
    kind: 'uang',
    values: integer({ min: 1000, max: 99_999_999 }).map(String),
    forms: [
      (value) => `Rp ${grouped(value, '.')}`,
      (value) => `Rp. ${grouped(value, '.')},-`,
      (value) => `Rp${grouped(value, '.')},00`,
      (value) => `sebesar Rp${grouped(value, '.')}.- (angka)`,
      (value) => `IDR ${grouped(value, ',')}.00`,
      (value) => `Rp ${grouped(value, ' ')},-`,
      (value) => `Rp ${value}`,
    ],
  },
  {
    name: 'whole numbers',
    kind: 'angka',
    values: integer({ min: 1, max: 9999 }).map(String),
    forms: [
      (value) => `sebanyak ${value} jam`,
      (value) => `sebanyak ${grouped(value, '.')},00 kali`,
      (value) => `${grouped(value, '.')} JP`,
      (value) => `${value}JP`,
    ],
  },
  {
    name: 'numbers with thousandths',
    kind: 'angka',
    values: tuple(integer({ min: 1, max: 9999 }), integer({ min: 1, max: 999 })).map(
      ([whole, rest]) => String(Number(`${whole}.${String(rest).padStart(3, '0')}`)),
    ),
    forms: [
      (value) => `nilai ${thousandths(value).join(',')} ya`,
      (value) => `nilai ${grouped(thousandths(value)[0], '.')},${thousandths(value)[1]} ya`,
    ],
  },
  {
    name: 'days',
    kind: 'tanggal',
    values: date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2049-12-31T00:00:00Z'),
      noInvalidDate: true,
    }).map((day) => day.toISOString().slice(0, 10)),
    forms: [
      (value) => `tanggal ${long(value)}`,
      (value) => long(value).toUpperCase(),
      (value) => short(value),
      (value) => short(value).replaceAll('-', '/'),
      (value) => long(value).replace(/(\d{4})$/, 'Tahun $1'),
      (value) => `${partsOf(value).month} ${partsOf(value).day}, ${partsOf(value).year}`,
      (value) => `${partsOf(value).day}th of ${partsOf(value).month} ${partsOf(value).year}`,
      (value) => value,
    ],
  },
  {
    name: 'NIP',
    kind: 'nip',
    values: digits(18),
    forms: [
      (value) => `NIP. ${value}`,
      (value) => `NIP ${value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')}`,
    ],
  },
  { name: 'NIK', kind: 'nik', values: digits(16), forms: [(value) => `NIK : ${value}`] },
  {
    name: 'golongan of PNS',
    kind: 'golongan',
    values: constantFrom(
      ...['I', 'II', 'III', 'IV'].flatMap((level) =>
        ['a', 'b', 'c', 'd'].map((step) => `${level}/${step}`),
      ),
    ),
    forms: [
      (value) => `Gol. ${value}`,
      (value) => `Golongan ruang ${value.replace('/', '.')}`,
      (value) => `(${value.toUpperCase()})`,
      (value) => value.replace('/', ' / '),
    ],
  },
  {
    name: 'golongan of PPPK',
    kind: 'golongan',
    values: constantFrom('I', 'III', 'V', 'VII', 'IX', 'X', 'XI', 'XVII'),
    forms: [(value) => `Golongan ${value}`, (value) => `Gol : ${value}`],
  },
];

describe('whatever the value, every form of it is found and no other value by it', () => {
  it.each(printedForms)('$name', ({ kind, values, forms }) => {
    assert(
      property(
        values,
        values,
        integer({ min: 0, max: forms.length - 1 }),
        (value, other, chosen) => {
          const printed = forms[chosen]!(value);
          const wrongly = other !== value && statusOf(kind, other, printed) === 'ditemukan';
          expect([printed, statusOf(kind, value, printed), wrongly]).toEqual([
            printed,
            'ditemukan',
            false,
          ]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('NIP with a digit more or less are never found', () => {
    const more = tuple(digits(18), integer({ min: 0, max: 9 }));
    assert(
      property(more, ([nip, digit]) => {
        const printed = [`${digit}${nip}`, `${nip}${digit}`, nip.slice(1), nip.slice(0, -1)];
        const said = printed.map((number) => statusOf('nip', nip, `NIP ${number}`));
        expect(said).not.toContain('ditemukan');
      }),
      { numRuns: 100 },
    );
  });
});
