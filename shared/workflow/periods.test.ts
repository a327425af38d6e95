import { describe, expect, test } from 'vitest';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import type { UsulPosition } from '#shared/records/usul.ts';
import { deadlineAt } from '#shared/workflow/periods.ts';

const day = '2026-11-25';
if (!isLocalDate(day)) throw new Error('Not a day.');

describe('the deadline of an usul that comes to a position', () => {
  test.each<UsulPosition>([
    { kind: 'menunggu', stage: 'verifikasi' },
    { kind: 'menunggu', stage: 'validasi' },
    { kind: 'menunggu', stage: 'persetujuan' },
    { kind: 'perbaikan', returnedFrom: 'verifikasi' },
  ])('%j has ten days from then', (position) => {
    expect(deadlineAt(position, day)).toBe('2026-12-05');
  });

  test.each<UsulPosition>([
    { kind: 'koordinasi', stage: 'verifikasi' },
    { kind: 'selesai', result: 'disetujui' },
    { kind: 'selesai', result: 'ditolak' },
    { kind: 'selesai', result: 'ditarik' },
  ])('%j leaves the one before as it is', (position) => {
    expect(deadlineAt(position, day)).toBeUndefined();
  });
});
