import { describe, expect, it } from 'vitest';
import { queueMarks, queueSummary } from '#renderer/features/workbench/queue/queue-marks.ts';
import { makeLocalDate } from '#shared/kernel/local-date.ts';

const today = makeLocalDate(2026, 11, 22)!;
const row = {
  nama: 'SITI AMINAH',
  recordType: 'jabatan',
  kind: 'ubah',
  own: false,
  deadline: makeLocalDate(2026, 11, 20)!,
  findings: { galat: 1, peringatan: 2 },
  documentFindings: 1,
  hasDraft: true,
} as const;

describe('marks of the queue', () => {
  it('puts the weightiest first', () => {
    expect(queueMarks(row, today)).toEqual(['galat', 'lewat', 'dokumen', 'peringatan', 'konsep']);
  });

  it('leaves a plain usul without marks', () => {
    const plain = {
      own: false,
      deadline: makeLocalDate(2026, 12, 1)!,
      findings: { galat: 0, peringatan: 0 },
      documentFindings: 0,
      unread: 0,
      hasDraft: false,
    };
    expect(queueMarks(plain, today)).toEqual([]);
  });

  it('says first of all that an usul is the person’s own', () => {
    const own = { ...row, own: true };
    expect(queueMarks(own, today)[0]).toBe('milik');
    expect(queueSummary(own, today)).toContain('milik sendiri');
  });

  it('says all of it in words', () => {
    expect(queueSummary(row, today)).toBe(
      'SITI AMINAH · Jabatan, ubah · tenggat 20 Nov 2026, lewat 2 hari · 1 galat · 2 peringatan · 1 temuan di dokumen · konsep tersimpan',
    );
  });
});
