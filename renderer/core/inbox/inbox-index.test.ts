import { describe, expect, test } from 'vitest';
import { InboxIndex } from '#renderer/core/inbox/inbox-index.ts';
import { countStatuses, needsDecision } from '#renderer/core/inbox/inbox-list.ts';
import { countsByType } from '#renderer/core/inbox/undecided-counts.ts';
import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';
import { day } from '#tests/support/samples/sample-row.ts';

const today = day('2026-11-22');
const bar = 'sudah_memutus';
const row: UsulRow = {
  id: 'bebas',
  touched: 1,
  seq: 1,
  revision: 1,
  version: 2,
  recordType: 'golongan',
  kind: 'ubah',
  position: { kind: 'menunggu', stage: 'persetujuan' },
  opdId: 'dinas-a',
  unorId: 'unor-dinas-a',
  deadline: day('2026-11-30'),
  submittedAt: '2026-11-20T02:00:00.000Z',
  round: 'baru',
  findings: { galat: 0, peringatan: 0 },
  shas: [],
  listing: { nama: 'Rina Contoh', nip: '198013012005011001', unorNama: 'Unor A' },
};
const [yesterday, tomorrow] = [day('2026-11-21'), day('2026-11-23')];

function shown(...rows: readonly UsulRow[]) {
  const index = new InboxIndex(
    () => ({ task: 'decide', own: false }),
    () => today,
  );
  index.changeUsul({ rows, removed: [] });
  return index.rows();
}

describe('an usul that its reader may not decide', () => {
  const decided: UsulRow = { ...row, id: 'sudah', decidedByYou: true };
  const instead: UsulRow = {
    ...row,
    id: 'pengganti',
    actingFor: [{ from: today, until: tomorrow, bar }],
  };
  const asHolder: UsulRow = { ...instead, id: 'milik', assigned: { number: 1, to: 'rekan' } };

  test('waits for others: it is neither counted nor next, and says so', () => {
    const rows = shown(row, decided, instead, asHolder);
    for (const { id, task, barred, colleagues } of rows) {
      const free = id === 'bebas';
      expect({ id, task, barred, colleagues }).toEqual({
        id,
        task: free ? 'decide' : 'follow',
        barred: !free,
        colleagues: !free,
      });
    }
    expect(rows.filter((one) => needsDecision(one)).map(({ id }) => id)).toEqual(['bebas']);
    expect(countStatuses(rows).belum_diperiksa).toBe(1);
    expect(countsByType(rows)).toEqual([{ recordType: 'golongan', count: 1 }]);
  });

  test('for the sake of somebody else only on the days of the letter, the first of several', () => {
    const over = { ...row, id: 'a', actingFor: [{ from: yesterday, until: yesterday, bar }] };
    const later = { ...row, id: 'b', actingFor: [{ from: tomorrow, until: tomorrow, bar }] };
    const first = { from: today, until: today, bar: null };
    const another = {
      ...row,
      id: 'c',
      actingFor: [first, { from: yesterday, until: tomorrow, bar }],
    };
    expect(shown(over, later, another).map(({ barred }) => barred)).toEqual([false, false, false]);
  });
});
