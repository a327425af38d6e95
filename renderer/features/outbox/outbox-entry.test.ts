import { describe, expect, it } from 'vitest';
import {
  countEntries,
  remedyOf,
  type OutboxEntryView,
} from '#renderer/features/outbox/outbox-entry.ts';

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

function refused(redoneBy: string | null): OutboxEntryView {
  const error = { kind: 'usul_berubah', message: 'Berubah.', action: 'Buka lagi.' } as const;
  return entry({ kind: 'ditolak', error, current: null, redoneBy });
}

const waiting = entry({ kind: 'menunggu' });
const sending = entry({ kind: 'mengirim', attempts: 1 });
const sent = entry({ kind: 'terkirim', receivedAt: '2026-11-22T01:00:00.000Z', chainSeq: 1 });

describe('outbox entries', () => {
  it('offers to correct what waits and to decide again what was refused, nothing else', () => {
    expect([waiting, sending, sent, refused(null), refused('x')].map(remedyOf)).toEqual([
      'perbaiki',
      null,
      null,
      'putuskan_ulang',
      null,
    ]);
  });

  it('counts what is being sent as waiting and forgets refusals that were redone', () => {
    expect(countEntries([waiting, sending, sent, refused(null), refused('x')])).toEqual({
      waiting: 2,
      refused: 1,
      sent: 1,
    });
  });
});
