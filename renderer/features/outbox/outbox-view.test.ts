import { describe, expect, it } from 'vitest';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { countFilters, dayHeading, viewEntries } from '#renderer/features/outbox/outbox-view.ts';
import { addDays, makeLocalDate } from '#shared/kernel/local-date.ts';

const today = makeLocalDate(2026, 11, 22)!;

function entry(employeeName: string, state: OutboxEntryView['state']): OutboxEntryView {
  return {
    decision: {
      id: `019a0000-0000-7000-8000-${employeeName}`,
      usulId: '00000000-0000-4000-8000-000000000001',
      revision: 1,
      version: 1,
      outcome: 'tolak',
      reasons: [],
      note: '',
      verdicts: [],
      evidence: [],
      deviceId: '00000000-0000-4000-8000-000000000002',
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T01:00:00.000Z',
    },
    state,
    employeeName,
    nip: '199013012015031999',
    recordType: 'golongan',
    usulKind: 'ubah',
  };
}

const error = { kind: 'usul_berubah', message: 'Berubah.', action: 'Buka lagi.' } as const;
const entries = [
  entry('Rina Contoh', { kind: 'menunggu' }),
  entry('Sari Contoh', { kind: 'mengirim', attempts: 2 }),
  entry('Rina Misal', { kind: 'terkirim', receivedAt: '2026-11-22T01:00:00.000Z', chainSeq: 1 }),
  entry('Tono Contoh', { kind: 'ditolak', error, current: null, handled: { kind: 'belum' } }),
];
const names = (filter: Parameters<typeof viewEntries>[1], search = ''): string[] =>
  viewEntries(entries, filter, search).map(({ employeeName }) => employeeName);

describe('the decisions in view', () => {
  it('are those of the filter; what is being sent still waits', () => {
    expect(names('menunggu')).toEqual(['Rina Contoh', 'Sari Contoh']);
    expect(names('terkirim')).toEqual(['Rina Misal']);
    expect(names('ditolak')).toEqual(['Tono Contoh']);
    expect(countFilters(entries)).toEqual({ semua: 4, menunggu: 2, terkirim: 1, ditolak: 1 });
  });

  it('are found by name and NIP within the filter', () => {
    expect(names('semua', 'rina')).toEqual(['Rina Contoh', 'Rina Misal']);
    expect(names('menunggu', 'rina')).toEqual(['Rina Contoh']);
    expect(names('semua', '19901301')).toHaveLength(4);
  });

  it('stand under the day they were made on', () => {
    expect([0, -1, -2].map((days) => dayHeading(addDays(today, days), today))).toEqual([
      'Hari ini',
      'Kemarin',
      '20 Nov 2026',
    ]);
  });
});
