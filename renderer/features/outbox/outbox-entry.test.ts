import { describe, expect, it } from 'vitest';
import {
  acknowledgedLines,
  countEntries,
  remedyOf,
  unreadLines,
  type OutboxEntryView,
} from '#renderer/features/outbox/outbox-entry.ts';
import { unreadMarks } from '#shared/records/open-warning.ts';

const decision: OutboxEntryView['decision'] = {
  id: '019a0000-0000-7000-8000-000000000001',
  usulId: '00000000-0000-4000-8000-000000000001',
  revision: 1,
  version: 1,
  outcome: 'teruskan',
  reasons: [],
  note: '',
  verdicts: [],
  evidence: [],
  deviceId: '00000000-0000-4000-8000-000000000002',
  appVersion: '0.1.0',
  decidedAt: '2026-11-22T01:00:00.000Z',
};

function entry(state: OutboxEntryView['state']): OutboxEntryView {
  const employeeName = 'Rina Contoh';
  const nip = '199013012015031999';
  return { decision, state, employeeName, nip, recordType: 'golongan', usulKind: 'ubah' };
}

type Handling = Extract<OutboxEntryView['state'], { kind: 'ditolak' }>['handled'];

function refused(handled: Handling): OutboxEntryView {
  const error = { kind: 'usul_berubah', message: 'Berubah.', action: 'Buka lagi.' } as const;
  return entry({ kind: 'ditolak', error, current: null, handled });
}

const waiting = entry({ kind: 'menunggu' });
const sending = entry({ kind: 'mengirim', attempts: 1 });
const sent = entry({ kind: 'terkirim', receivedAt: '2026-11-22T01:00:00.000Z', chainSeq: 1 });

const refusals = [
  refused({ kind: 'belum' }),
  refused({ kind: 'diputuskan_ulang', by: 'x' }),
  refused({ kind: 'dilepas', at: '2026-11-22T02:00:00.000Z' }),
];

describe('outbox entries', () => {
  it('offers to correct what waits and to decide again what was refused, nothing else', () => {
    expect([waiting, sending, sent, ...refusals].map(remedyOf)).toEqual([
      'perbaiki',
      null,
      null,
      'putuskan_ulang',
      null,
      null,
    ]);
  });

  it('name the warnings over which it was decided, also when the usul is gone', () => {
    const acknowledged = [
      { kind: 'aturan', subject: 'DUPLIKAT', about: 'golonganId' } as const,
      { kind: 'dokumen', subject: 'orang_lain', about: 'f'.repeat(64) } as const,
      { kind: 'isian', subject: 'tmtGolongan' } as const,
    ];
    expect(acknowledgedLines({ ...waiting, decision: { ...decision, acknowledged } })).toEqual([
      'Riwayat yang sama sudah ada',
      'Dokumen: milik orang lain',
      'TMT golongan: berbeda dengan dokumen',
    ]);
    expect(acknowledgedLines(waiting)).toEqual([]);
  });

  it('tell of documents that were still being read beside the warnings, not among them', () => {
    const acknowledged = [...unreadMarks(['e'.repeat(64), 'f'.repeat(64)])];
    const early = { ...waiting, decision: { ...decision, acknowledged } };
    expect(unreadLines(early)).toEqual(['2 dokumen']);
    expect(acknowledgedLines(early)).toEqual([]);
    expect(unreadLines(waiting)).toEqual([]);
  });

  it('counts what is being sent as waiting and forgets refusals that were redone or let go', () => {
    expect(countEntries([waiting, sending, sent, ...refusals])).toEqual({
      waiting: 2,
      refused: 1,
      sent: 1,
    });
  });
});
