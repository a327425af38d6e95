import { describe, expect, it } from 'vitest';
import {
  badgeOf,
  badgeOfEvidence,
  othersText,
  reasonToLook,
  spokenEvidence,
  summarise,
} from '#renderer/features/workbench/evidence/field-badge.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { sampleFound, sampleMissing, samplePlace } from '#tests/support/samples/sample-evidence.ts';
import { similarBecause } from '#renderer/evidence/matching/field-evidence.ts';
import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';

const reading = { kind: 'membaca', donePages: 0, totalPages: 2 } as const;

function similar(
  because: Extract<CaseFieldEvidence, { status: 'mirip' }>['because'],
  label: string | null = null,
  equal = false,
): CaseFieldEvidence {
  const { sha256 } = sampleFound('nomor');
  const place = samplePlace({ label });
  const common = { field: 'nomor', place, others: [], sha256, correctedByPerson: false };
  return { status: 'mirip', because, equal, ...common };
}

function different(swappedWith: string | null = null): CaseFieldEvidence {
  const { sha256, place } = sampleFound('nomor');
  const common = { field: 'nomor', place, others: [], sha256, correctedByPerson: false };
  return { status: 'berbeda', swappedWith, ...common };
}

const names = {
  fieldLabel: (field: string) => `isian ${field}`,
  documentLabel: () => 'Transkrip',
};
const reasonOf = (evidence: CaseFieldEvidence): string | null => reasonToLook(evidence, names);

describe('the badge of a field', () => {
  it('never calls a value wrong that was not found', () => {
    const missing = sampleMissing('nomor');
    const said = spokenEvidence('periksa', missing, names);
    expect(said).toMatch(/^Periksa sendiri/);
    const everything = JSON.stringify(evidenceText.badge) + JSON.stringify(evidenceText.short);
    expect(said + everything).not.toMatch(/salah/i);
  });

  it('has a short word that the whole one begins with', () => {
    for (const kind of ['ditemukan', 'berbeda', 'mirip', 'periksa', 'membaca'] as const)
      expect(evidenceText.badge[kind].startsWith(evidenceText.short[kind])).toBe(true);
  });

  it('is "berbeda" for another value, which may have been exchanged', () => {
    expect(badgeOfEvidence(different())).toBe('berbeda');
    expect(reasonOf(different('tglPertekBkn'))).toBe(
      'Nilai ini tertukar dengan isian tglPertekBkn.',
    );
  });

  it('is "mirip" for uncertain reading alone, and never for the value itself', () => {
    for (const because of similarBecause) {
      const unsure = because === 'tidak_yakin' || because === 'kurang_tajam';
      expect(badgeOfEvidence(similar(because))).toBe(unsure ? 'mirip' : 'periksa');
      expect(badgeOfEvidence(similar(because, null, true))).toBe('periksa');
    }
  });

  it('has a sentence for every reason', () => {
    for (const because of similarBecause) {
      expect(reasonOf(similar(because))).toMatch(/^\p{Lu}.*\s.*\.$/u);
      expect(reasonOf(similar(because, 'Gol. lama'))).toMatch(/^\p{Lu}.*\s.*\.$/u);
    }
    expect(reasonOf(different())).toMatch(/^\p{Lu}.*\.$/u);
    expect(reasonOf(sampleMissing('nomor'))).toMatch(/^\p{Lu}.*\.$/u);
    expect(reasonOf(sampleFound('nomor'))).toBeNull();
  });

  it('names the label that a value is printed for, and the only document that has it', () => {
    expect(reasonOf(similar('kolom_lain', 'Gol. lama'))).toContain('"Gol. lama"');
    expect(reasonOf(similar('dokumen_lain'))).toBe('Hanya di Transkrip.');
    expect(reasonOf(similar('pejabat'))).toContain('pejabat');
  });

  it('says that a place was shown by the person', () => {
    const corrected = { ...similar('tidak_yakin'), correctedByPerson: true };
    expect(spokenEvidence('mirip', corrected, names)).toBe(`Mirip: ${evidenceText.byPerson}`);
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
      c: similar('tidak_yakin'),
      d: different(),
      f: similar('pejabat'),
      e: sampleMissing('e'),
      elsewhere: sampleFound('elsewhere'),
    };
    const parts = summarise(['a', 'b', 'c', 'd', 'e', 'f', 'g'], fields).map(({ text }) => text);
    expect(evidenceText.summary.complete(parts)).toBe(
      'Dokumen selesai dibaca: 2 ditemukan, 1 berbeda, 1 mirip, 2 periksa sendiri.',
    );
    expect(summarise(['a', 'b'], {})).toEqual([]);
  });
});
