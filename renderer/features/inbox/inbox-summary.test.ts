import { describe, expect, it } from 'vitest';
import { summarise } from '#renderer/features/inbox/inbox-summary.ts';
import type { InboxRow } from '#renderer/state/store-contracts.ts';
import { addDays, makeLocalDate } from '#shared/kernel/local-date.ts';

const today = makeLocalDate(2026, 11, 22)!;

function row(daysLeft: number, change: Partial<InboxRow> = {}): InboxRow {
  return {
    id: String(daysLeft),
    revision: 1,
    version: 1,
    recordType: 'golongan',
    kind: 'ubah',
    position: { kind: 'menunggu', stage: 'verifikasi' },
    nama: 'Rina Contoh',
    nip: '199013012015031999',
    unorId: 'u',
    unorNama: 'Unor Contoh',
    deadline: addDays(today, daysLeft),
    submittedAt: '2026-11-01T00:00:00.000Z',
    documentsReady: true,
    hasDraft: false,
    decided: null,
    ...change,
  };
}

describe('summary of the inbox', () => {
  it('counts what is left, what is overdue and what is due within two days', () => {
    const rows = [row(-1), row(0), row(2), row(3)];
    expect(summarise(rows, today)).toEqual({ unchecked: 4, overdue: 1, urgent: 2 });
  });

  it('leaves out what was decided here or waits for somebody else', () => {
    const rows = [
      row(-1, { decided: 'menunggu' }),
      row(0, { position: { kind: 'koordinasi', stage: 'verifikasi' } }),
    ];
    expect(summarise(rows, today)).toEqual({ unchecked: 0, overdue: 0, urgent: 0 });
  });
});
