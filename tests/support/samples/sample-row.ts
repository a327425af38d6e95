import type { InboxRow } from '#renderer/core/inbox/inbox-contract.ts';
import { queueOf } from '#shared/workflow/queues.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';

/** For tests: a day of the calendar from its text; throws for one that does not exist. */
export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`No such day: ${text}`);
  return text;
}

/** For tests: a row of an invented usul that waits for its verifikator; `change` sets what a test is about. */
export function sampleRow(id: string, change: Partial<InboxRow> = {}): InboxRow {
  const position = change.position ?? ({ kind: 'menunggu', stage: 'verifikasi' } as const);
  return {
    id,
    revision: 1,
    version: 1,
    recordType: 'organisasi',
    kind: 'tambah',
    position,
    task: queueOf('verifikator', { kind: 'opd', id: 'dinas-a' }, position),
    own: false,
    colleagues: false,
    barred: false,
    nama: `Pegawai ${id}`,
    nip: '198013012005011001',
    unorId: 'U1',
    unorNama: 'Bidang Satu',
    deadline: day('2026-11-30'),
    submittedAt: '2026-11-01T00:00:00.000Z',
    round: 'baru',
    findings: { galat: 0, peringatan: 0 },
    documentFindings: 0,
    unread: 0,
    documentsReady: true,
    hasDraft: false,
    decided: null,
    ...change,
  };
}

/** For tests: the ids of rows, in their order. */
export function idsOf(rows: readonly InboxRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}
