import { describe, expect, test } from 'vitest';
import { filterRows } from '#renderer/core/inbox/inbox-filter.ts';
import { noFilter } from '#renderer/core/inbox/inbox-list.ts';
import { day, idsOf, sampleRow as row } from '#tests/support/samples/sample-row.ts';
import type { InboxFilter } from '#renderer/core/inbox/inbox-query.ts';
import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';

const today = day('2026-11-22');
const kept = (rows: readonly InboxRow[], part: Partial<InboxFilter>) =>
  idsOf(filterRows(rows, { ...noFilter, ...part }, today));

describe('the filter', () => {
  test('an empty list lets everything through, several restrictions hold together', () => {
    const rows = [
      row('a', { kind: 'hapus', unorId: 'U2' }),
      row('b', { kind: 'hapus' }),
      row('c', { recordType: 'skp' }),
    ];
    expect(kept(rows, {})).toEqual(['a', 'b', 'c']);
    expect(kept(rows, { kinds: ['hapus'], unorIds: ['U2'] })).toEqual(['a']);
    expect(kept(rows, { recordTypes: ['skp'] })).toEqual(['c']);
    expect(kept(rows, { statuses: ['koordinasi'] })).toEqual([]);
  });

  test.each<[InboxFilter['deadlines'], readonly string[]]>([
    [['lewat'], ['-1']],
    [['dua_hari'], ['0', '2']],
    [['tujuh_hari'], ['0', '2', '3', '7']],
    [
      ['lewat', 'dua_hari'],
      ['-1', '0', '2'],
    ],
    [
      ['tujuh_hari', 'dua_hari'],
      ['0', '2', '3', '7'],
    ],
  ])('by deadline %j counts from today', (deadlines, expected) => {
    const rows = [
      row('-1', { deadline: day('2026-11-21') }),
      row('0', { deadline: day('2026-11-22') }),
      row('2', { deadline: day('2026-11-24') }),
      row('3', { deadline: day('2026-11-25') }),
      row('7', { deadline: day('2026-11-29') }),
      row('8', { deadline: day('2026-11-30') }),
    ];
    expect(kept(rows, { deadlines })).toEqual(expected);
  });

  test.each<[InboxFilter['marks'], readonly string[]]>([
    [['peringatan'], ['galat', 'peringatan', 'dokumen']],
    [['tanpa_peringatan'], ['baru', 'kembali']],
    [['konsep'], ['peringatan', 'kembali']],
    [['dikembalikan'], ['galat', 'kembali']],
    [['peringatan', 'konsep'], ['peringatan']],
    [['dikembalikan', 'konsep', 'tanpa_peringatan'], ['kembali']],
    [
      ['peringatan', 'tanpa_peringatan'],
      ['baru', 'galat', 'peringatan', 'dokumen', 'kembali'],
    ],
    [
      ['tanpa_peringatan', 'peringatan', 'konsep'],
      ['peringatan', 'kembali'],
    ],
  ])(
    'by marks %j keeps what has all of them; with and without findings is either',
    (marks, ids) => {
      const rows = [
        row('baru'),
        row('galat', { findings: { galat: 1, peringatan: 0 }, round: 'diajukan_ulang' }),
        row('peringatan', { findings: { galat: 0, peringatan: 2 }, hasDraft: true }),
        row('dokumen', { documentFindings: 1 }),
        row('kembali', { round: 'dikembalikan', hasDraft: true }),
      ];
      expect(kept(rows, { marks })).toEqual(ids);
    },
  );

  test('by NIP keeps one ASN, exactly', () => {
    const rows = [row('a', { nip: '123' }), row('b', { nip: '1234' })];
    expect(kept(rows, { nip: '123' })).toEqual(['a']);
  });
});
