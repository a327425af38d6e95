import { describe, expect, test } from 'vitest';
import { makeOrder } from '#renderer/core/inbox/inbox-order.ts';
import { day, idsOf, sampleRow as row } from '#tests/support/samples/sample-row.ts';
import type { InboxSort } from '#renderer/core/inbox/inbox-query.ts';

const early = day('2026-11-25');
const late = day('2026-12-01');

describe('the order', () => {
  const rows = [
    row('a', { deadline: late, nama: 'Budi', submittedAt: '2026-11-03T00:00:00.000Z' }),
    row('b', {
      deadline: early,
      nama: 'Citra',
      submittedAt: '2026-11-02T00:00:00.000Z',
      findings: { galat: 0, peringatan: 9 },
    }),
    row('c', {
      deadline: early,
      nama: 'Ani',
      submittedAt: '2026-11-01T00:00:00.000Z',
      findings: { galat: 1, peringatan: 0 },
    }),
  ];

  test.each<[InboxSort, readonly string[]]>([
    ['tenggat', ['c', 'b', 'a']],
    ['nama', ['c', 'a', 'b']],
    ['diajukan', ['c', 'b', 'a']],
    ['peringatan_dahulu', ['c', 'b', 'a']],
    ['peringatan_akhir', ['a', 'b', 'c']],
  ])('%s', (sort, expected) => {
    expect(idsOf(makeOrder(sort, []).arrange(rows))).toEqual(expected);
    expect(idsOf(makeOrder(sort, []).arrange(rows.toReversed()))).toEqual(expected);
  });
});

describe('fewest of a kind first', () => {
  const skp = ['s1', 's2'].map((id) => row(id, { recordType: 'skp' }));
  const diklat = ['d1', 'd2', 'd3'].map((id) => row(id, { recordType: 'diklat' }));

  test('counts only what has the status that is shown', () => {
    const done = skp.map((one, index) =>
      row(`x${index}`, { ...one, id: `x${index}`, decided: 'terkirim' }),
    );
    const order = makeOrder('jenis_tersedikit', ['belum_diperiksa']);
    expect(idsOf(order.arrange([...diklat, ...done, ...skp])).slice(0, 4)).toEqual([
      's1',
      's2',
      'x0',
      'x1',
    ]);
    expect(idsOf(makeOrder('jenis_tersedikit', []).arrange([...diklat, ...done, ...skp]))[0]).toBe(
      'd1',
    );
  });

  test('a kind does not overtake another because some of it were decided', () => {
    const order = makeOrder('jenis_tersedikit', ['belum_diperiksa']);
    order.arrange([...diklat, ...skp]);
    const decided = diklat.map((one) =>
      one.id === 'd1' ? one : { ...one, decided: 'menunggu' as const },
    );
    expect(idsOf(order.arrange([...decided, ...skp]))).toEqual(['s1', 's2', 'd1', 'd2', 'd3']);
  });

  test('a kind that grew moves back', () => {
    const order = makeOrder('jenis_tersedikit', []);
    order.arrange([...skp, ...diklat.slice(0, 1)]);
    expect(idsOf(order.arrange([...diklat, ...skp]))[0]).toBe('s1');
  });
});

describe('person by person', () => {
  const rows = [
    row('a1', { nip: 'A', deadline: early, submittedAt: '2026-11-02T00:00:00.000Z' }),
    row('a2', { nip: 'A', deadline: late }),
    row('b1', { nip: 'B', deadline: early, submittedAt: '2026-11-03T00:00:00.000Z' }),
    row('c1', {
      nip: 'C',
      deadline: early,
      submittedAt: '2026-11-01T00:00:00.000Z',
      decided: 'terkirim',
    }),
  ];
  const order = makeOrder('asn', ['belum_diperiksa']);

  test('who has the most urgent usul comes first, with all of his or hers in a row', () =>
    expect(idsOf(order.arrange(rows.toReversed()))).toEqual(['a1', 'a2', 'b1', 'c1']));

  test('deciding the most urgent usul of a person leaves the rest where it is', () => {
    const decided = rows.map((one) =>
      one.id === 'a1' ? { ...one, decided: 'menunggu' as const } : one,
    );
    expect(idsOf(order.arrange(decided))).toEqual(['a1', 'a2', 'b1', 'c1']);
  });

  test('a more urgent usul that comes in lifts its person', () => {
    const urgent = row('b2', { nip: 'B', deadline: day('2026-11-20') });
    expect(idsOf(order.arrange([...rows, urgent]))).toEqual(['b2', 'b1', 'a1', 'a2', 'c1']);
  });
});
