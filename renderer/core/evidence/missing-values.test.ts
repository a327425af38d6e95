import { describe, expect, it } from 'vitest';
import { isMissingIn } from '#renderer/core/evidence/missing-values.ts';
import type { FieldEvidence } from '#renderer/evidence/matching/field-evidence.ts';
import type { FieldFormat } from '#shared/records/record-type.ts';
import { samplePlace } from '#tests/support/samples/sample-evidence.ts';

const place = samplePlace();
const found = (field: string): FieldEvidence => ({ field, status: 'ditemukan', place, others: [] });
const nothing = (field: string): FieldEvidence => ({ field, status: 'tidak_ditemukan' });
const none = nothing('isian');

type Because = Extract<FieldEvidence, { status: 'mirip' }>['because'];
const like = (because: Because, equal = false): FieldEvidence => ({
  field: 'isian',
  status: 'mirip',
  because,
  equal,
  place,
  others: [],
});

const date: FieldFormat = { kind: 'date' };
const months: FieldFormat = { kind: 'integer', min: 0, max: 11, unit: 'bulan' };

function isMissing(
  own: FieldEvidence,
  format: FieldFormat = date,
  beside: readonly FieldEvidence[] = [found('a'), found('b')],
): boolean {
  const document = { standing: 'sound', isReadWell: true, evidence: [own, ...beside] } as const;
  return isMissingIn({ name: 'isian', format }, document);
}

describe('a value is missing in the document that has to prove it', () => {
  it('where that has it nowhere, or something else that is not understood in its place', () => {
    expect(isMissing(none)).toBe(true);
    expect(isMissing(like('tak_dikenali'))).toBe(true);
    expect(isMissing(like('serupa'))).toBe(true);
    expect(isMissing(like('tak_dikenali'), months)).toBe(true);
  });

  it.each<[string, FieldEvidence]>([
    ['was found', { ...found('isian') }],
    ['was read, with whatever doubt', like('kolom_lain', true)],
    ['could not be read for sure', like('tidak_yakin')],
    ['stands on a page that is not sharp', like('kurang_tajam')],
  ])('not where it %s', (_why, own) => {
    expect(isMissing(own)).toBe(false);
  });

  it('not of a small number that has no label there, nor of words', () => {
    expect(isMissing(none, months)).toBe(false);
    expect(isMissing(none, { kind: 'text', maxLength: 50 })).toBe(false);
    expect(isMissing(none, { kind: 'personName' })).toBe(false);
  });

  it('not where most else is missing too: another form of paper', () => {
    expect(isMissing(none, date, [found('a'), nothing('b')])).toBe(true);
    expect(isMissing(none, date, [found('a'), nothing('b'), nothing('c')])).toBe(false);
    expect(isMissing(none, date, [])).toBe(true);
  });

  it('not in a document that is unsound, or was not read well or to its end', () => {
    const about = { name: 'isian', format: date };
    const evidence = [none, found('a')];
    expect(isMissingIn(about, { standing: 'foreign', isReadWell: true, evidence })).toBe(false);
    expect(isMissingIn(about, { standing: 'unknown', isReadWell: true, evidence })).toBe(false);
    expect(isMissingIn(about, { standing: 'sound', isReadWell: false, evidence })).toBe(false);
    expect(isMissingIn(about, { standing: 'sound', isReadWell: true, evidence: null })).toBe(false);
  });
});
