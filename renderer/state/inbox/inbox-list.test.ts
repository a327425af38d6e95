import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countStatuses,
  filterRows,
  nextInQueue,
  noFilter,
  sortRows,
  statusOf,
} from '#renderer/state/inbox/inbox-list.ts';
import { searchKey } from '#renderer/state/inbox/search-key.ts';
import type { InboxRow } from '#renderer/state/store-contracts.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(text);
  return text;
}

function row(id: string, change: Partial<InboxRow> = {}): InboxRow {
  return {
    id,
    revision: 1,
    version: 1,
    recordType: 'organisasi',
    kind: 'tambah',
    position: { kind: 'menunggu', stage: 'verifikasi' },
    nama: `Pegawai ${id}`,
    nip: '198013012005011001',
    unorId: 'U1',
    unorNama: 'Bidang Satu',
    deadline: day('2026-11-30'),
    submittedAt: '2026-11-01T00:00:00.000Z',
    documentsReady: true,
    hasDraft: false,
    decided: null,
    ...change,
  };
}

const ids = (rows: readonly InboxRow[]): string[] => rows.map(({ id }) => id);

describe('the search', () => {
  const rows = [
    row('a', { nama: "Sitti Nur'aini, S.Pd." }),
    row('b', { nama: 'José Mañana', nip: '197505052000031002' }),
  ];
  const found = (search: string): string[] => ids(filterRows(rows, { ...noFilter, search }));

  test.each([
    ['NURAINI', ['a']],
    ['sitti spd', ['a']],
    ['jose manana', ['b']],
    ['1975 0505', ['b']],
    ['19750505 200003 1 002', ['b']],
    ['   ', ['a', 'b']],
    ['tidak ada', []],
  ])('finds by %j', (search, expected) => expect(found(search)).toEqual(expected));

  test('has one form for what is the same to a reader', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
        expect(searchKey(` ${text}  `)).toBe(searchKey(text));
      }),
    );
  });
});

describe('the filter', () => {
  test('an empty list lets everything through, several restrictions hold together', () => {
    const rows = [
      row('a', { kind: 'hapus', unorId: 'U2' }),
      row('b', { kind: 'hapus' }),
      row('c', { recordType: 'skp' }),
    ];
    expect(ids(filterRows(rows, noFilter))).toEqual(['a', 'b', 'c']);
    expect(ids(filterRows(rows, { ...noFilter, kinds: ['hapus'], unorIds: ['U2'] }))).toEqual([
      'a',
    ]);
    expect(ids(filterRows(rows, { ...noFilter, recordTypes: ['skp'] }))).toEqual(['c']);
    expect(filterRows(rows, { ...noFilter, statuses: ['koordinasi'] })).toEqual([]);
  });
});

describe('the status', () => {
  test('of a local decision comes before the position, a refusal before all', () => {
    expect(statusOf(row('a'))).toBe('belum_diperiksa');
    expect(statusOf(row('a', { decided: 'menunggu' }))).toBe('sudah_diputuskan');
    expect(statusOf(row('a', { decided: 'ditolak' }))).toBe('ditolak_server');
    expect(statusOf(row('a', { position: { kind: 'koordinasi', stage: 'verifikasi' } }))).toBe(
      'koordinasi',
    );
    expect(statusOf(row('a', { position: { kind: 'menunggu', stage: 'validasi' } }))).toBe(
      'lanjut',
    );
  });

  test('counts add up to the rows', () => {
    const rows = [row('a'), row('b', { decided: 'terkirim' }), row('c', { decided: 'ditolak' })];
    const counts = countStatuses(rows);
    expect(counts).toMatchObject({ belum_diperiksa: 1, sudah_diputuskan: 1, ditolak_server: 1 });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });
});

describe('the order', () => {
  const rows = [
    row('a', {
      deadline: day('2026-12-01'),
      nama: 'Budi',
      submittedAt: '2026-11-03T00:00:00.000Z',
    }),
    row('b', {
      deadline: day('2026-11-25'),
      nama: 'Citra',
      submittedAt: '2026-11-02T00:00:00.000Z',
    }),
    row('c', { deadline: day('2026-11-25'), nama: 'Ani', submittedAt: '2026-11-01T00:00:00.000Z' }),
  ];

  test('by deadline puts the most urgent first, then the longest waiting', () =>
    expect(ids(sortRows(rows, 'tenggat'))).toEqual(['c', 'b', 'a']));
  test('by name', () => expect(ids(sortRows(rows, 'nama'))).toEqual(['c', 'a', 'b']));
  test('by submission', () => expect(ids(sortRows(rows, 'diajukan'))).toEqual(['c', 'b', 'a']));
});

describe('the next usul', () => {
  const queue = [row('a'), row('b', { decided: 'menunggu' }), row('c'), row('d')];

  test('is the next that needs a decision', () => expect(nextInQueue(queue, 'a')).toBe('c'));
  test('is sought from the start after the end', () => expect(nextInQueue(queue, 'd')).toBe('a'));
  test('is none when all others are decided', () =>
    expect(nextInQueue([row('a'), row('b', { decided: 'terkirim' })], 'a')).toBeNull());
  test('is the first when the present one is not in the queue', () =>
    expect(nextInQueue(queue, 'z')).toBe('a'));
});
