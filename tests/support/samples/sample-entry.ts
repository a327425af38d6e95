import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';

type State = OutboxEntryView['state'];
type Refused = Extract<State, { kind: 'ditolak' }>;

/** A refusal that waits for a person; `current` is where the server says that the usul stands. */
export function returnedState(current: Refused['current'] = null): Refused {
  const error = { kind: 'usul_berubah', message: 'Berubah.', action: 'Periksa lagi.' } as const;
  return { kind: 'ditolak', error, current, handled: { kind: 'belum' } };
}

/** An invented decision on revision 1 of an award, for tests; `id` makes it distinct. */
export function sampleEntry(
  state: State,
  change: Partial<OutboxEntryView> = {},
  id = '019a0000-0000-7000-8000-000000000001',
): OutboxEntryView {
  return {
    decision: {
      id,
      usulId: '00000000-0000-4000-8000-000000000001',
      revision: 1,
      version: 1,
      outcome: 'perbaikan',
      reasons: ['DATA_BEDA'],
      note: '',
      verdicts: [],
      evidence: [],
      deviceId: '00000000-0000-4000-8000-000000000002',
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T01:00:00.000Z',
    },
    state,
    employeeName: 'Rina Contoh',
    nip: '199013012015031999',
    recordType: 'penghargaan',
    usulKind: 'tambah',
    ...change,
  };
}
