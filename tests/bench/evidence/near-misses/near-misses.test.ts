import { describe, expect, it } from 'vitest';
import { makeRandom } from '#build/demo/random.ts';
import type { FieldQuery } from '#renderer/evidence/matching/field-evidence.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { nearMissesOf, type Paper } from '#tests/bench/evidence/near-misses/near-misses.ts';

const nobody: Paper = { queries: [], officials: [] };

function query(
  kind: FieldQuery['kind'],
  value: string,
  of: FieldQuery['of'] = 'pegawai',
): FieldQuery {
  return { field: kind, kind, value, also: [], labels: [], of };
}

function missesOf(one: FieldQuery, paper = nobody) {
  return nearMissesOf(one, paper, makeRandom('test'));
}

const samples = [
  query('nomor', '821.2/0123/BKPSDM/2021'),
  query('tanggal', '2021-03-05'),
  query('tahun', '2020'),
  query('nip', '198504122010012012'),
  query('nik', '1471021203820003'),
  query('golongan', 'III/b'),
  query('angka', '88.45'),
  query('uang', '2903600'),
  query('nama', 'RINA OKTAVIANI'),
  query('gelar', 'S.STP., M.Si'),
  query('teks', 'Bendahara Pengeluaran'),
] as const;

describe.each(samples)('near misses of $kind $value', (sample) => {
  it('are many, all different, none of them right', () => {
    const values = missesOf(sample).map(({ value }) => value);
    expect(values.length).toBeGreaterThanOrEqual(4);
    expect(new Set(values).size).toBe(values.length);
    expect(values).not.toContain(sample.value);
  });

  it('are the same on every run', () => {
    expect(missesOf(sample)).toEqual(missesOf(sample));
  });
});

it('has dates a day, a month and a year off, with day and month swapped, all of them in the calendar', () => {
  const misses = missesOf(query('tanggal', '2021-03-05'));
  expect(misses).toContainEqual({ kind: 'day and month swapped', value: '2021-05-03' });
  expect(new Set(misses.map(({ kind }) => kind))).toEqual(
    new Set([
      'day off',
      'month off',
      'year off',
      'day and month swapped',
      'digits swapped',
      'digit changed',
      'digit dropped',
    ]),
  );
  expect(misses.every(({ value }) => isLocalDate(value))).toBe(true);
});

it('has digits changed, swapped, dropped and doubled', () => {
  const kinds = new Set(missesOf(query('nip', '198504122010012012')).map(({ kind }) => kind));
  expect([...kinds]).toEqual(['digit changed', 'digits swapped', 'digit dropped', 'digit doubled']);
});

it('never takes another spelling of the same number for a wrong one', () => {
  const values = missesOf(query('angka', '80.50')).map(({ value }) => Number(value));
  expect(values).not.toContain(80.5);
});

it('has one other letter in a name, in the same case', () => {
  for (const { value } of missesOf(query('nama', 'Rina Oktaviani'))) {
    const changed = value.split('').filter((letter, at) => letter !== 'Rina Oktaviani'[at]);
    expect(changed).toHaveLength(1);
    expect(value).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  }
});

it('takes the neighbours of a golongan', () => {
  const values = missesOf(query('golongan', 'III/b')).map(({ value }) => value);
  expect(values).toEqual(['II/b', 'IV/b', 'III/a', 'III/c', 'III/d']);
});

it('proposes the official and other fields of the same paper, the official only for the employee', () => {
  const nip = query('nip', '198504122010012012');
  const other = { ...query('nip', '199001012015011001'), field: 'other' };
  const paper: Paper = {
    queries: [nip, other],
    officials: [{ nama: 'AHMAD FAUZI', nip: '196905141994031008' }],
  };
  expect(missesOf(nip, paper)).toContainEqual({
    kind: 'value of the official',
    value: '196905141994031008',
  });
  expect(missesOf(nip, paper)).toContainEqual({
    kind: 'value of another field',
    value: other.value,
  });
  expect(missesOf({ ...nip, of: 'pejabat' }, paper).map(({ kind }) => kind)).not.toContain(
    'value of the official',
  );
});
