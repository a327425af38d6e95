import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSimilar, filterRows, searchRows } from '#renderer/core/inbox/inbox-filter.ts';
import { noFilter } from '#renderer/core/inbox/inbox-list.ts';
import { foldSpelling } from '#renderer/core/inbox/spelling.ts';
import { day, sampleRow } from '#tests/support/samples/sample-row.ts';

const today = day('2026-11-22');

/** The names of people, as a search lists them. */
function listed(names: readonly string[], search: string): readonly string[] {
  const rows = names.map((nama) => sampleRow(nama, { nama, nip: '198013012005011001' }));
  return filterRows(rows, { ...noFilter, search }, today).map(({ nama }) => nama);
}

function similarOf(names: readonly string[], search: string): readonly string[] {
  const rows = names.map((nama) => sampleRow(nama, { nama }));
  const found = searchRows(rows, search);
  return rows
    .filter((row) => found?.has(row) && countSimilar([row], found) === 1)
    .map((r) => r.nama);
}

const office = [
  'Siti Rahmawati',
  'Agus Setiawan',
  'Yuliana Zahra',
  'Muhammad Ilham',
  'Achmad Syarif',
  'Sri Wahyuni',
  'Hasanah',
  'Is',
];

describe('what says nothing finds nothing', () => {
  test.each(['zzzz', 'aaaa', 'xx', 'sss', 'kh', 'sy', 'dz', 'mm', 'qqq', 'oeoe', 'zz zz', 'uuuuu'])(
    '%s',
    (search) => {
      // Those whose name holds the very letters are meant, nobody else.
      const holding = office.filter((name) => name.toLowerCase().includes(search.split(' ')[0]!));
      expect(listed(office, search)).toEqual(holding);
    },
  );

  test('one letter is the beginning of a word', () => {
    expect(listed(office, 'z')).toEqual(['Yuliana Zahra']);
    expect(listed(office, 'i').toSorted()).toEqual(['Is', 'Muhammad Ilham']);
    expect(listed(office, 'x')).toEqual([]);
  });

  test('letters typed again and again find at most what one of them would begin', () => {
    const letter = fc.stringMatching(/^[a-z]$/);
    fc.assert(
      fc.property(letter, fc.integer({ min: 3, max: 40 }), (one, times) => {
        expect(listed(office, one.repeat(times))).toEqual([]);
      }),
    );
  });

  test('a hit keeps half of what was typed, whatever that is', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(word, (search) => {
        if (foldSpelling(search).length * 2 >= search.length) return;
        const holding = office.filter((name) => name.toLowerCase().includes(search));
        expect(listed(office, search)).toEqual(holding);
      }),
    );
  });

  test('a long text, a page pasted by mistake, finds nothing', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => `Ani Budi ${at}`);
    expect(listed(rows, 'Keputusan Bupati tentang '.repeat(4_000))).toEqual([]);
    expect(listed(rows, 'a'.repeat(100_000))).toEqual([]);
    expect(listed(rows, 'a '.repeat(50_000))).toHaveLength(2_000);
  });
});

describe('hits are listed by likeness', () => {
  test('the right one first, though misspelled', () => {
    const people = ['Krisnawati Kusnadiyah', 'Kresna Kusnandar', 'Krisna Kusnadi'];
    expect(listed(people, 'krsna kusnady')[0]).toBe('Krisna Kusnadi');
    // One word of a name does not answer for two that were typed.
    expect(listed(['Nanang Kusnadi', 'Krisna Kusnadi'], 'krsna kusnady')).toEqual([
      'Krisna Kusnadi',
    ]);
    expect(listed(['Kusnadi Nur Hayati'], 'nurhayati kusnady')).toHaveLength(1);
  });

  test('the very name, then its beginning, then within, then by ear', () => {
    const people = [
      'Syarifudin',
      'Maulana Nurhadi',
      'Noerhadi',
      'Hadi',
      'Hadiyanto',
      'Ali Nurhadi',
    ];
    expect(listed(people, 'nurhadi')).toEqual(['Maulana Nurhadi', 'Ali Nurhadi', 'Noerhadi']);
    expect(listed(people, 'hadi').slice(0, 2)).toEqual(['Hadi', 'Hadiyanto']);
  });

  test('names in the order typed before names that are swapped, the shorter name first', () => {
    const people = ['Putra Budi', 'Budi Santoso Putra', 'Budi Putra'];
    expect(listed(people, 'budi putra')).toEqual([
      'Budi Putra',
      'Budi Santoso Putra',
      'Putra Budi',
    ]);
  });

  test('a NIP by its beginning before one that has the digits within', () => {
    const rows = [
      sampleRow('within', { nip: '199019850412010012' }),
      sampleRow('end', { nip: '199001012010011985' }),
      sampleRow('begin', { nip: '198504122010012012' }),
    ];
    const found = filterRows(rows, { ...noFilter, search: '1985' }, today);
    expect(found.map(({ id }) => id)).toEqual(['begin', 'end', 'within']);
  });

  test('equal ones stay in the order of the list', () => {
    const rows = ['a', 'b', 'c'].map((id) => sampleRow(id, { nama: 'Budi Santoso' }));
    const found = filterRows(rows.toReversed(), { ...noFilter, search: 'budi' }, today);
    expect(found.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('who is typed as he stands in the list is first, whoever else is there', () => {
    const part = fc.constantFrom(
      'Budi',
      'Boedi',
      'Budiman',
      'Siti',
      'Sitti',
      'Jaya',
      'Djaja',
      'Kris',
    );
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 8 }), (people) => {
        const typed = people.filter((one) => !/(\b\w+)\b.* \1\b/.test(one));
        expect(typed.map((one) => listed(people, one)[0])).toEqual(typed);
      }),
    );
  });
});

describe('a slip in a short word', () => {
  test('is looked for only when nobody is called or begins so, and is said to be similar', () => {
    const people = ['Rudi Hartono', 'Budi Santoso', 'Bumi Lestari', 'Budiman'];
    expect(listed(people, 'budi')).toEqual(['Budi Santoso', 'Budiman']);
    expect(listed(people, 'bidu')).toEqual(['Budi Santoso']);
    expect(listed(people, 'buid')).toEqual(['Budi Santoso']);
    expect(similarOf(people, 'bidu')).toEqual(['Budi Santoso']);
    expect(listed(people, 'bumi')).toEqual(['Bumi Lestari']);
  });

  test('does not make another of the words beside it', () => {
    const people = ['Budi Hartono', 'Budi Hartanto'];
    expect(listed(people, 'bidu hartono')).toEqual(['Budi Hartono']);
    expect(listed(people, 'bidu hartanto')).toEqual(['Budi Hartanto']);
  });

  test('finds nobody by letters that no name of four has', () => {
    expect(listed(['Budi', 'Siti', 'Agus', 'Rina'], 'zzzz')).toEqual([]);
    expect(listed(['Budi', 'Siti', 'Agus', 'Rina'], 'saaa')).toEqual([]);
  });
});

describe('what is only similar', () => {
  test('is a name that sounds so, or comes near; the very letters are not', () => {
    const people = ['Achmad Fauzi', 'Ahmad Fauzi'];
    expect(similarOf(people, 'ahmad fauzi')).toEqual(['Achmad Fauzi']);
    expect(similarOf(people, 'ahmat fauzi')).toEqual(people);
    expect(similarOf(people, 'fauz')).toEqual([]);
    expect(similarOf(people, '1980')).toEqual([]);
  });

  test.each([
    ['Yani Contoh', 'jani'],
    ['Jani Contoh', 'yani'],
    ['Yusuf', 'jusuf'],
    ['Surya', 'surja'],
    ['Tjahjadi', 'cahyadi'],
    ['Cahyadi', 'tjahjadi'],
    ['Khadir', 'kadir'],
    ['Syukur', 'sukur'],
    ['Zulkifli', 'dzulkifli'],
    ['Soekarno', 'sukarno'],
    ['Djuanda', 'juanda'],
    ['Ratna', 'rattna'],
    ['Hj. Aan', 'aan'],
  ])('%s is found by %j', (nama, search) => {
    expect(listed([nama, 'Bambang'], search)).toEqual([nama]);
  });
});
