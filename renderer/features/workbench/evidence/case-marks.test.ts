import { describe, expect, it } from 'vitest';
import { evidenceMarksOf } from '#renderer/features/workbench/evidence/case-marks.ts';
import { sampleFound, sampleMissing, samplePlace } from '#tests/support/samples/sample-evidence.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';

const similar: CaseFieldEvidence = {
  ...sampleFound('tmt', { page: 2 }),
  status: 'mirip',
  because: 'tidak_yakin',
  equal: false,
  others: [samplePlace({ page: 3 })],
};
const fields = { nomor: sampleFound('nomor'), tmt: similar, nama: sampleMissing('nama') };

describe('what is marked in the documents', () => {
  it('is the active place over all others that were found', () => {
    const marks = evidenceMarksOf(fields, 'nomor');
    expect(marks.map(({ page, weight, pasti }) => [page, weight, pasti])).toEqual([
      [2, 'lain', false],
      [1, 'aktif', true],
    ]);
  });

  it('is faintly every further place of the active field', () => {
    const marks = evidenceMarksOf(fields, 'tmt');
    expect(marks.map(({ page, weight }) => [page, weight])).toEqual([
      [1, 'lain'],
      [3, 'lain'],
      [2, 'aktif'],
    ]);
  });

  it('tells another value apart from one that is uncertain', () => {
    const { place, others, sha256, correctedByPerson, field } = sampleFound('nama');
    const told = { field, place, others, sha256, correctedByPerson };
    const other: CaseFieldEvidence = { ...told, status: 'berbeda', swappedWith: null };
    const marks = evidenceMarksOf({ tmt: similar, nama: other }, 'nama');
    expect(marks.map(({ weight, pasti, differs }) => [weight, pasti, differs])).toEqual([
      ['lain', false, false],
      ['aktif', false, true],
    ]);
  });

  it('is nothing strongly where the active value was not found', () => {
    expect(evidenceMarksOf(fields, 'nama').some(({ weight }) => weight === 'aktif')).toBe(false);
    expect(evidenceMarksOf({}, null)).toEqual([]);
  });
});
