import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchRows } from '#renderer/core/inbox/inbox-filter.ts';
import { idsOf, sampleRow as row } from '#tests/support/samples/sample-row.ts';
import { nearlyMatches } from '#renderer/core/inbox/likeness.ts';
import { matches, parseSearch, personKey, searchKey } from '#renderer/core/inbox/search-key.ts';

const nip = '198013012005011001';
const finds = (nama: string, search: string): boolean => {
  const wanted = parseSearch(search);
  return !wanted || matches(personKey({ nama, nip }), wanted);
};
const nearly = (nama: string, search: string): boolean => {
  const wanted = parseSearch(search);
  return !wanted || nearlyMatches(personKey({ nama, nip }), wanted);
};

describe('the search', () => {
  const rows = [
    row('a', { nama: "Sitti Nur'aini, S.Pd.", nip }),
    row('b', { nama: 'José Mañana', nip: '197505052000031002' }),
  ];
  const found = (search: string) => {
    const hits = searchRows(rows, search);
    return idsOf(rows.filter((one) => hits?.has(one) ?? true));
  };

  test.each([
    ['NURAINI', ['a']],
    ['sitti spd', ['a']],
    ['jose manana', ['b']],
    ['1975 0505', ['b']],
    ['19750505 200003 1 002', ['b']],
    ['jose 1975', ['b']],
    ['jose 1980', []],
    ['   ', ['a', 'b']],
    ['.', ['a', 'b']],
    ['tidak ada', []],
  ])('finds by %j', (search, expected) => expect(found(search)).toEqual(expected));

  test('looks for a typing error only when nothing holds what was typed', () => {
    const people = [row('a', { nama: 'Susanti' }), row('b', { nama: 'Susanto' })];
    expect(idsOf([...searchRows(people, 'susanti')!.keys()])).toEqual(['a']);
    expect(idsOf([...searchRows(people, 'susantu')!.keys()])).toEqual(['a', 'b']);
  });

  test('has one form for what is the same to a reader', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
        expect(searchKey(` ${text}  `)).toBe(searchKey(text));
      }),
    );
  });

  test('always finds who is typed as he stands in the list', () => {
    const word = fc.stringMatching(/^[a-z']{2,10}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(finds(words.join(' '), words.join(' '))).toBe(true);
      }),
    );
  });
});

test.each([
  ['Soerjatmadja', 'suryatmaja'],
  ['Suryadi', 'Soerjadi'],
  ['Joko Sutrisno', 'Djoko Soetrisno'],
  ['Tjahjono', 'cahyono'],
  ['Sjarif', 'syarif'],
  ['Rizki Amelia', 'rizky'],
  ['Achmad Fauzi', 'ahmad fauzi'],
  ['Akhmad', 'achmad'],
  ['M. Rizky', 'Muhammad Rizki'],
  ['Moh. Ali', 'mohamad'],
  ['Mochammad Taufiq', 'muhamad taufik'],
  ['Muhajir', 'muh'],
  ['Abd. Rahman', 'abdul rahman'],
  ['Nur Hayati', 'nurhayati'],
  ['Nurhayati', 'nur hayati'],
  ['Noor Aini', 'nuraini'],
  ['Sitti Aisyah', 'siti'],
  ['Arief Widodo', 'arif'],
  ['Alexander', 'aleksander'],
])('%s is found by the spelling %j', (nama, search) => expect(finds(nama, search)).toBe(true));

test.each([
  'Dr. Budi',
  'drs budi',
  'Prof. Dr. Ir. Budi, S.E., M.M.',
  'H. Budi',
  'Budi S.Pd',
  'budi, M.Si.',
])('titles in %j are left out', (search) => expect(finds('Budi Hartono', search)).toBe(true));

test('what may be the beginning of a name is no title yet', () => {
  expect(finds('Drajat', 'dra')).toBe(true);
  expect(finds('Budi Hartono', 'dra')).toBe(false);
  expect(finds('Budi Setiawan', 'budi se')).toBe(true);
  expect(finds('Budi Hartono', 'budi se')).toBe(false);
});

test.each([
  ['missing letter', 'suharno'],
  ['letter too many', 'suhaartono'],
  ['wrong letter', 'suhartino'],
  ['swapped letters', 'suhratono'],
  ['wrong first letter', 'duhartono'],
  ['beginning with an error', 'suhrat'],
])('a %s is forgiven', (_, search) => {
  expect(nearly('Budi Suhartono', search)).toBe(true);
});

test.each(['suhrtno', 'suhirtino', 'hartonoo'])(
  'two errors, or one in the middle, are not: %s',
  (search) => {
    expect(nearly('Budi Suhartono', search)).toBe(false);
  },
);

test.each([
  ['two letters that changed places', 'bidu'],
  ['two neighbours that did', 'bdui'],
  ['two neighbours at the end', 'buid'],
  ['a wrong letter', 'bumi'],
  ['a wrong last letter', 'budu'],
])('in a word of four letters %s are forgiven', (_, search) => {
  expect(nearly('Budi', search)).toBe(true);
  expect(nearly('Agus Budi Suhartono', `suhartono ${search}`)).toBe(true);
});

test.each(['udib', 'dubi', 'mudi', 'bui', 'bida', 'bmmi', 'zzzz', 'bbbb', 'buuu'])(
  'nothing else is: %s',
  (search) => expect(nearly('Budi', search)).toBe(false),
);

test('a short word must be right beside another error, and in the beginning of a longer name', () => {
  expect(nearly('Budi Suhartono', 'bumi suhratono')).toBe(false);
  expect(nearly('Budi Sita', 'bumi sati')).toBe(false);
  expect(nearly('Budiman', 'bumi')).toBe(false);
  expect(nearly('Ana', 'anna')).toBe(true);
  expect(nearly('Ana', 'ani')).toBe(false);
});
