import { expect, test } from 'vitest';
import { countOfPerson, countsByType } from '#renderer/core/inbox/undecided-counts.ts';
import { sampleRow as row } from '#tests/support/samples/sample-row.ts';

const rows = [
  row('a', { recordType: 'skp', nip: 'A' }),
  row('b', { recordType: 'skp', nip: 'B', decided: 'ditolak' }),
  row('c', { recordType: 'diklat', nip: 'A' }),
  row('d', { recordType: 'golongan', nip: 'A', decided: 'menunggu' }),
];

test('record types with work left, fewest first', () => {
  expect(countsByType(rows)).toEqual([
    { recordType: 'diklat', count: 1 },
    { recordType: 'skp', count: 2 },
  ]);
});

test('what one ASN still waits for', () => {
  expect(countOfPerson(rows, 'A')).toBe(2);
  expect(countOfPerson(rows, 'Z')).toBe(0);
});
