import { describe, expect, it } from 'vitest';
import {
  badgeOf,
  othersText,
  spokenEvidence,
  summarise,
} from '#renderer/features/workbench/evidence/field-badge.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { sampleFound, sampleMissing, samplePlace } from '#tests/support/samples/sample-evidence.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';

const reading = { kind: 'membaca', donePages: 0, totalPages: 2 } as const;

function similar(
  because: Extract<CaseFieldEvidence, { status: 'mirip' }>['because'],
  label: string | null = null,
): CaseFieldEvidence {
  const { sha256 } = sampleFound('nomor');
  const place = samplePlace({ label });
  const common = { field: 'nomor', place, others: [], sha256, correctedByPerson: false };
  return { status: 'mirip', because, ...common };
}

describe('the badge of a field', () => {
  it('never calls a value wrong that was not found', () => {
    const missing = sampleMissing('nomor');
    const said = spokenEvidence('tidak_ditemukan', missing);
    expect(said).toMatch(/^Periksa sendiri/);
    const everything = JSON.stringify(evidenceText.badge) + JSON.stringify(evidenceText.short);
    expect(said + everything).not.toMatch(/salah/i);
  });

  it('has a short word that the whole one begins with', () => {
    for (const kind of ['ditemukan', 'mirip', 'tidak_ditemukan', 'membaca'] as const)
      expect(evidenceText.badge[kind].startsWith(evidenceText.short[kind])).toBe(true);
  });

  it('says why something is only similar', () => {
    expect(spokenEvidence('mirip', similar('berbeda'))).toBe('Mirip: Di dokumen tertulis lain');
    expect(spokenEvidence('mirip', similar('kurang_tajam'))).toContain('kurang tajam');
    expect(spokenEvidence('mirip', similar('pejabat'))).toContain('pejabat');
  });

  it('names the field that a value is printed for', () => {
    expect(spokenEvidence('mirip', similar('kolom_lain', 'Gol. lama'))).toBe(
      'Mirip: Tercetak untuk "Gol. lama"',
    );
    expect(spokenEvidence('mirip', similar('kolom_lain'))).toBe('Mirip: Tercetak untuk isian lain');
  });

  it('says that a place was shown by the person', () => {
    const corrected = { ...similar('tidak_yakin'), correctedByPerson: true };
    expect(spokenEvidence('mirip', corrected)).toBe(`Mirip: ${evidenceText.byPerson}`);
  });

  it('says of the active field alone that its documents are being read', () => {
    expect(badgeOf(undefined, reading, true)).toBe('membaca');
    expect(badgeOf(undefined, reading, false)).toBeNull();
    expect(badgeOf(sampleFound('nomor'), reading, false)).toBe('ditemukan');
  });

  it('is none where nothing is read', () => {
    for (const kind of ['terhenti', 'selesai', 'menunggu'] as const)
      expect(badgeOf(undefined, { kind }, true)).toBeNull();
  });
});

describe('further places of a value', () => {
  it('are counted, with their labels once each', () => {
    const others = [
      samplePlace({ label: 'Gol. lama' }),
      samplePlace({ label: 'Gol. lama', page: 2 }),
      samplePlace(),
    ];
    const found: CaseFieldEvidence = { ...sampleFound('nomor'), others };
    expect(othersText(found)).toBe('Tercetak juga di 3 tempat lain (Gol. lama)');
    expect(othersText(sampleFound('nomor'))).toBeNull();
    expect(othersText(sampleMissing('nomor'))).toBeNull();
  });
});

describe('the summary of an usul', () => {
  it('counts what is known of its fields', () => {
    const fields = {
      a: sampleFound('a'),
      b: sampleFound('b'),
      c: similar('berbeda'),
      e: sampleMissing('e'),
      elsewhere: sampleFound('elsewhere'),
    };
    const parts = summarise(['a', 'b', 'c', 'd', 'e'], fields).map(({ text }) => text);
    expect(evidenceText.summary.complete(parts)).toBe(
      'Dokumen selesai dibaca: 2 ditemukan, 1 mirip, 1 periksa sendiri.',
    );
    expect(summarise(['a', 'b'], {})).toEqual([]);
  });
});
